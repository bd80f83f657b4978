// SPDX-License-Identifier: Apache-2.0
/** @module Output tokens: text that stands for a value which only a Pulumi program learns. Made and resolved in packages/clouds. */

/**
 * Lower-case letters and digits only, with an end of its own: a token survives DNS label rules,
 * lower-casing, JSON inside a string and shell quoting, and a digit behind it changes nothing.
 */
const pattern = /dynamotoken(\d+)end/g;

const start = "dynamotoken";

/** The token of a number. */
export function tokenText(index: number): string {
  return `${start}${index}end`;
}

/** True when a text holds a token, or what is left of one that was cut. Such a text cannot be checked before it is resolved. */
export function holdsToken(text: string): boolean {
  return text.includes(start);
}

/**
 * Text and tokens of a string, in order; numbers are tokens.
 *
 * @returns undefined when a token was cut or changed
 */
export function splitTokens(text: string): readonly (string | number)[] | undefined {
  const parts: (string | number)[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > from) parts.push(text.slice(from, match.index));
    parts.push(Number(match[1]));
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts.some((part) => typeof part === "string" && holdsToken(part)) ? undefined : parts;
}
