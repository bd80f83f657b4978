/** The page as Markdown. */
export declare function enginesPage(): string;
//# sourceMappingURL=engines.d.ts.map
