// SPDX-License-Identifier: Apache-2.0
/** @module The environment of a program that is rendered: it is somebody's code, so it gets no credentials. */

/** Variables that programs need to start, and none that opens anything. */
const passed = [
  "PATH",
  "LANG",
  "LC_ALL",
  "TMPDIR",
  "TEMP",
  "TMP",
  "SystemRoot",
  "ComSpec",
  "PATHEXT",
  "NODE_EXTRA_CA_CERTS",
  "CI",
] as const;

/** The variables of a process that are passed on, and those that are added. */
export function processEnvironment(
  from: NodeJS.ProcessEnv,
  added: Readonly<Record<string, string>>,
): Record<string, string> {
  const kept = passed.flatMap((name) => {
    const value = from[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(kept), TZ: "UTC", ...added };
}
