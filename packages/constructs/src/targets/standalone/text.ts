// SPDX-License-Identifier: Apache-2.0
/** @module Text that may hold secrets: what a container is told, before somebody knows every value. */

/** One key of a Secret. Its value is never read here; whoever runs the container supplies it. */
export interface SecretKey {
  /** Name of the Secret. */
  readonly secret: string;
  readonly key: string;
  /** True when the container also starts without it. */
  readonly optional: boolean;
}

/** Literal text and secrets, in order. */
export interface Text {
  readonly parts: readonly (string | SecretKey)[];
}

/** Text without secrets. */
export function literal(text: string): Text {
  return { parts: [text] };
}

/** The text as one string; undefined when a secret is in it. */
export function literalText(text: Text): string | undefined {
  return text.parts.every((part) => typeof part === "string") ? text.parts.join("") : undefined;
}

/**
 * Fills `$(NAME)` in as Kubernetes does: a name that is not in scope stays as it is written, and
 * `$$` is a dollar sign that begins no reference.
 *
 * @see kubernetes third_party/forked/golang/expansion/expand.go
 */
export function expand(text: string, scope: ReadonlyMap<string, Text>): Text {
  const parts: (string | SecretKey)[] = [];
  let at = 0;
  for (const match of text.matchAll(/\$(?:\$|\(([^)]*)\))/g)) {
    const [whole, name] = match;
    parts.push(text.slice(at, match.index));
    at = match.index + whole.length;
    if (name === undefined) parts.push("$");
    else parts.push(...(scope.get(name)?.parts ?? [whole]));
  }
  parts.push(text.slice(at));
  return { parts: joined(parts) };
}

/** Neighbouring literals as one, empty ones gone. */
function joined(parts: readonly (string | SecretKey)[]): (string | SecretKey)[] {
  const result: (string | SecretKey)[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (part === "") continue;
    if (typeof part === "string" && typeof last === "string")
      result[result.length - 1] = last + part;
    else result.push(part);
  }
  return result;
}
