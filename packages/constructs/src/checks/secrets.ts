// SPDX-License-Identifier: Apache-2.0
/** @module Credentials that stand in an object as they are. Messages never repeat a value. */
import type { EnvVar } from "../api/index.js";
import { type FieldPath, type Finding, finding } from "../facts/index.js";
import { isKnown } from "./environment.js";
import { containersOf } from "./pod.js";
import { nothing, type Rule } from "./rule.js";

/** Credentials that can be told by their form, with the name of what they open. */
export const credentialForms: readonly (readonly [RegExp, string])[] = [
  [/\bhf_[A-Za-z0-9]{20,}/, "a Hugging Face token"],
  [/\bnvapi-[A-Za-z0-9_-]{20,}/, "an NVIDIA API key"],
  [/\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/, "an AWS access key"],
  [/\bgh[pousr]_[A-Za-z0-9]{30,}/, "a GitHub token"],
  [/\bsk-[A-Za-z0-9_-]{20,}/, "an API key"],
  [/\bAIza[A-Za-z0-9_-]{30,}/, "a Google API key"],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----/, "a private key"],
  [/\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/, "a signed token (JWT)"],
];

/** Where every credential starts, so that most text is dismissed in one pass. */
const anyForm = /hf_|nvapi-|AKIA|ASIA|gh[pousr]_|sk-|AIza|-----BEGIN|eyJ/;

/** What a text is a credential for; undefined when it shows no known form. */
export function credentialIn(text: string): string | undefined {
  if (!anyForm.test(text)) return undefined;
  return credentialForms.find(([form]) => form.test(text))?.[1];
}

/** Last words of a name whose value is secret. `MAX_TOKENS` or `TOKENIZERS_PARALLELISM` are not among them. */
const secretWords =
  /(^|_)(TOKEN|PASSWORD|PASSWD|PASSPHRASE|SECRET|SECRET_?KEY|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY|AUTH_?KEY|CREDENTIALS?|NKEY)$/;

/** Names that end like a secret and hold none. */
const harmlessNames =
  /(^|_)(EOS|BOS|PAD|UNK|STOP|MAX|MIN|NUM|PER|ENABLE|USE|PARTIAL|CACHE|IMAGE|VIDEO|AUDIO)_TOKEN$/;

/** True when the name of a variable says that its value is a secret. */
export function isSecretName(name: string): boolean {
  const upper = name.toUpperCase();
  return secretWords.test(upper) && !harmlessNames.test(upper);
}

/** True when a value gives nothing away: empty, a switch, a number, a path, or still to be filled in. */
export function isHarmless(value: string): boolean {
  return (
    value.trim() === "" ||
    !isKnown(value) ||
    value.includes("{{") ||
    /^(true|false|yes|no|on|off|none|null|auto|implicit|\d+(\.\d+)?)$/i.test(value.trim()) ||
    /^(\/|\.{1,2}\/|file:\/\/)/.test(value) ||
    /^<[^>]*>$/.test(value.trim())
  );
}

const useSecret = "Put the value into a Secret and refer to it with valueFrom.secretKeyRef.";

/** DYN-SECRET-001, 002: variables of one container or of the graph. */
export function secretVariables(
  env: readonly EnvVar[] | undefined,
  at: { readonly object: string; readonly path: FieldPath },
  who: string,
): readonly Finding[] {
  let found = nothing;
  for (const [index, { name, value }] of (env ?? []).entries()) {
    if (typeof value !== "string" || value === "") continue;
    const credential = credentialIn(value);
    const named = credential === undefined && isSecretName(name) && !isHarmless(value);
    if (credential === undefined && !named) continue;
    const place = { object: at.object, path: [...at.path, index, "value"] };
    found = [
      ...found,
      credential === undefined
        ? finding(
            "DYN-SECRET-002",
            place,
            `${name} of ${who} is set to a literal of ${value.length} characters`,
            useSecret,
          )
        : finding(
            "DYN-SECRET-001",
            place,
            `${name} of ${who} holds ${credential} in clear text`,
            `Revoke it. ${useSecret}`,
          ),
    ];
  }
  return found;
}

/** A flag that takes a secret, with the sign in front of its value. */
export const secretFlag =
  /^--[a-z0-9-]*(api-key|password|secret|secret-key|access-key|auth-token|hf-token)(=|$)/;

/** DYN-SECRET-001, 002: words of a command. */
export function secretArguments(
  words: readonly string[] | undefined,
  at: { readonly object: string; readonly path: FieldPath },
  who: string,
): readonly Finding[] {
  let found = nothing;
  for (const [index, word] of (words ?? []).entries()) {
    const credential = credentialIn(word);
    if (credential !== undefined) {
      found = [
        ...found,
        finding(
          "DYN-SECRET-001",
          { object: at.object, path: [...at.path, index] },
          `${who} holds ${credential} in clear text`,
          "Revoke it. Put the value into a Secret, load it as a variable, and write $(NAME).",
        ),
      ];
      continue;
    }
    const flag = secretFlag.exec(word)?.[0];
    if (flag === undefined) continue;
    const value = flag.endsWith("=") ? word.slice(flag.length) : (words?.[index + 1] ?? "");
    if (value.startsWith("--") || isHarmless(value) || credentialIn(value) !== undefined) continue;
    found = [
      ...found,
      finding(
        "DYN-SECRET-002",
        { object: at.object, path: [...at.path, index] },
        `${flag.replace("=", "")} of ${who} is a literal of ${value.length} characters`,
        "Put the value into a Secret, load it as a variable, and write $(NAME).",
      ),
    ];
  }
  return found;
}

/** DYN-SECRET-001, 002 for every container of a graph. */
export const nothingIsSecret: Rule = (graph) => {
  const { object } = graph;
  const shared = { object, path: ["spec", "env"] };
  const found = [...secretVariables(graph.graph.spec?.env, shared, "the graph")];
  for (const view of graph.components) {
    for (const { container, path } of containersOf(view)) {
      const who =
        container === view.main ? view.name : `container ${container.name} of ${view.name}`;
      found.push(
        ...secretVariables(container.env, { object, path: [...path, "env"] }, who),
        ...secretArguments(container.command, { object, path: [...path, "command"] }, who),
        ...secretArguments(container.args, { object, path: [...path, "args"] }, who),
      );
    }
  }
  return found;
};
