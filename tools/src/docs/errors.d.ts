/** The page as Markdown. */
export declare function errorsPage(): string;
//# sourceMappingURL=errors.d.ts.map
