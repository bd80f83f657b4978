// SPDX-License-Identifier: Apache-2.0
/** @module Objects that occur twice. */
import { at, text } from "../../api/index.js";
import { finding } from "../../facts/index.js";
import type { Subject } from "../subject.js";
import type { AcrossRule, Attached } from "./rule.js";

/** DYN-OBJ-001: same group, kind, namespace and name; API versions of one group count as one. */
export const objectsAreUnique: AcrossRule = ({ subjects }) => {
  const seen = new Map<string, number>();
  const found: Attached[] = [];
  for (const [index, subject] of subjects.entries()) {
    const key = identity(subject);
    if (key === undefined) continue;
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, index);
      continue;
    }
    found.push({
      subject,
      finding: finding(
        "DYN-OBJ-001",
        { object: subject.label, path: ["metadata", "name"] },
        `objects ${first + 1} and ${index + 1} of ${subjects.length} are both ${subject.label}${subject.namespace === undefined ? "" : ` in namespace ${subject.namespace}`}`,
        "Rename or remove one of the two.",
      ),
    });
  }
  return found;
};

function identity({ object, kind, name, namespace }: Subject): string | undefined {
  if (name === undefined || kind === "") return undefined;
  const [group, version] = (text(at(object, "apiVersion")) ?? "").split("/");
  return [version === undefined ? "" : group, kind, namespace ?? "", name].join("\n");
}
