// SPDX-License-Identifier: Apache-2.0
/** @module The comment at the top of a Compose file: how to use it. */
import type { SecretVariable } from "./interpolation.js";

/** Lines of comment for a project that answers at a URL, if it has a frontend. */
export function heading(
  project: string,
  url: string | undefined,
  variables: readonly SecretVariable[],
): string {
  const lines = [
    `Graph ${project} on one machine, without Kubernetes.`,
    "  docker compose up --wait",
    ...(url === undefined ? [] : [`  curl ${url}/v1/models`]),
    ...(variables.length === 0 ? [] : ["Variables, from the shell or from .env beside this file:"]),
    ...variables.map(describe),
  ];
  return lines.map((line) => `# ${line}\n`).join("");
}

function describe({ name, secret, key, required }: SecretVariable): string {
  return `  ${name}${required ? "" : " (may stay empty)"}: key ${key} of Secret ${secret}`;
}
