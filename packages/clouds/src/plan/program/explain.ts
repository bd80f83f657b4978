// SPDX-License-Identifier: Apache-2.0
/** @module What a program threw, for people: its own list of mistakes where it has one, else the place in the program. */
import { relative, sep } from "node:path";

/** The text of an error; paths are told from the folder of the stack. */
export function explain(error: unknown, folder: string): string {
  if (!(error instanceof Error)) return String(error);
  const { message } = error;
  const details = mistakes(error).filter((line) => !message.includes(line));
  const place = details.length > 0 || isList(message) ? undefined : placeOf(error, folder);
  return [
    message,
    ...details.map((line) => `  ${line}`),
    ...(place === undefined ? [] : [`  at ${place}`]),
  ]
    .join("\n")
    .replaceAll(`${folder}${sep}`, "");
}

/** The list that `pulumi.InputPropertiesError` carries beside its message. */
function mistakes(error: Error): readonly string[] {
  const { errors } = error as { errors?: unknown };
  if (!Array.isArray(errors)) return [];
  return errors.flatMap((entry: { propertyPath?: unknown; reason?: unknown }) =>
    entry.reason === undefined ? [] : [`${String(entry.propertyPath)}: ${String(entry.reason)}`],
  );
}

/** A message of several lines is a report that somebody wrote; a stack trace adds nothing to it. */
function isList(message: string): boolean {
  return message.includes("\n");
}

function placeOf(error: Error, folder: string): string | undefined {
  const line = (error.stack ?? "")
    .split("\n")
    .find((text) => text.includes(folder + sep) && !text.includes(`${sep}node_modules${sep}`));
  const file = /\(?((?:\/|[A-Z]:\\)[^()]+:\d+:\d+)\)?$/.exec(line ?? "")?.[1];
  return file === undefined ? undefined : relative(folder, file);
}
