// SPDX-License-Identifier: Apache-2.0
/** @module Does an import lose anything: every object rebuilt through its construct, and compared. */
import {
  addCounts,
  compare,
  type Difference,
  type ImportCounts,
  importObject,
  noCounts,
  rebuild,
} from "@dynamo-iac/constructs";
import { formatPath } from "@dynamo-iac/constructs/facts";
import { readObjects } from "./documents.js";
import { labelOf, plural } from "./formats/located.js";
import type { SourceFile } from "./source-files.js";

/** What a verification says. */
export interface Verification {
  readonly text: string;
  readonly identical: boolean;
}

interface VerifiedObject {
  readonly label: string;
  readonly differences: readonly Difference[];
  readonly counts: ImportCounts;
}

/** Verifies one file object by object, several files with one line each. */
export function verification(files: readonly SourceFile[]): Verification {
  const verified = files.map((file) => ({ file, objects: verifyFile(file) }));
  const all = verified.flatMap(({ objects }) => objects);
  const [single] = verified;
  const lines =
    verified.length === 1 && single !== undefined
      ? single.objects.flatMap((object) => [
          `${object.label} ${verdict([object])}`,
          ...differenceLines(object),
        ])
      : [
          ...verified.flatMap(({ file, objects }) => [
            `${file.path}: ${verdict(objects)} (${plural(objects.length, "object")}; ${figures(objects)})`,
            ...objects.flatMap(differenceLines),
          ]),
          `${plural(files.length, "file")}, ${plural(all.length, "object")}: ${verdict(all)}`,
        ];
  return {
    text: [...lines, figures(all), ""].join("\n"),
    identical: all.every(({ differences }) => differences.length === 0),
  };
}

function verifyFile(file: SourceFile): readonly VerifiedObject[] {
  return readObjects([file]).map(({ value }) => {
    const imported = importObject(value);
    return {
      label: labelOf(value),
      differences: compare(value, rebuild(imported)),
      counts: imported.counts,
    };
  });
}

function verdict(objects: readonly VerifiedObject[]): string {
  const found = objects.flatMap(({ differences }) => differences).length;
  return found === 0 ? "identical" : plural(found, "difference");
}

function differenceLines({ differences }: VerifiedObject): readonly string[] {
  return differences.map(
    ({ path, original, rebuilt }) =>
      `  ${formatPath(path)}: ${shown(original)} -> ${shown(rebuilt)}`,
  );
}

function shown(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value);
}

function figures(objects: readonly VerifiedObject[]): string {
  const { argv, fields } = objects.map(({ counts }) => counts).reduce(addCounts, noCounts);
  return (
    `argv tokens: ${argv.typed} typed, ${argv.extra} in extraArgs, ${argv.raw} raw; ` +
    `pod fields: ${fields.typed} typed, ${fields.escaped} through escape hatches`
  );
}
