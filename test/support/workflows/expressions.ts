// SPDX-License-Identifier: Apache-2.0
/** @module The few expressions of GitHub's workflows that ours use, as a runner evaluates them. */

/** What expressions can name: `github`, `inputs`, `steps`, `vars`. */
export type Contexts = Readonly<Record<string, unknown>>;

/** A text with values in place of its `${{ }}`. */
export function substituted(text: string, contexts: Contexts): string {
  return text.replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression: string) => {
    const value = evaluated(expression, contexts);
    return value === undefined || value === null ? "" : String(value);
  });
}

/** The value of an expression: a path, a text in quotes, or whether two of them are equal. */
export function evaluated(expression: string, contexts: Contexts): unknown {
  const [left = "", right, ...more] = expression.split(" == ");
  if (right !== undefined && more.length === 0)
    return evaluated(left, contexts) === evaluated(right, contexts);
  const [, literal] = /^'([^']*)'$/.exec(expression) ?? [];
  if (literal !== undefined) return literal;
  if (!/^[a-z][\w-]*(\.[\w-]+)*$/i.test(expression))
    throw new Error(`the runner of the tests does not know the expression ${expression}`);
  return expression
    .split(".")
    .reduce<unknown>((value, key) => (value as Contexts | null | undefined)?.[key], contexts);
}
