// SPDX-License-Identifier: Apache-2.0
/** @module Imported objects as one TypeScript program. */
import { basename } from "node:path";
import type { ImportedObject } from "@dynamo-iac/constructs";
import { lineWidth, literal, type Substitute } from "./literal.js";
import { programCall } from "./programs.js";
import { ordered } from "./property-order.js";
import { blockOf, freeName, type SharedBlock, sharedBlocks } from "./shared-blocks.js";

/** The program that writes the objects, with a remark where they came from. */
export function moduleOf(objects: readonly ImportedObject[], source: string): string {
  const stem = chartName(source);
  const graphs = objects.filter(({ construct }) => construct === "InferenceGraph");
  const used = new Set<string>();
  const names = new Set(reserved);
  const blocks = sharedBlocks(
    graphs.map(({ props }) => props),
    names,
  );
  for (const block of blocks) names.add(block.name);
  const constants = blocks.map((block) => constant(block));
  const statements = objects.map((object) => statement(object, blocks, names, used));
  const fromConstructs = ["App", ...used].filter((name) => !cdk8sNames.has(name));
  const fromCdk8s = ["Chart", ...used].filter((name) => cdk8sNames.has(name));
  return [
    `// Imported from ${basename(source).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, " ")} by dynamo-iac.`,
    importLine(fromConstructs, "@dynamo-iac/constructs"),
    importLine(fromCdk8s, "cdk8s"),
    "",
    "const app = new App();",
    `const chart = new Chart(app, ${JSON.stringify(stem)});`,
    "",
    ...constants.flatMap((text) => [text, ""]),
    ...statements.flatMap((text) => [text, ""]),
    "app.synth();",
    "",
  ].join("\n");
}

/** The objects under ids of which no two are equal, as one chart needs them. */
export function uniqueIds(
  objects: readonly { readonly kind: string; readonly id: string }[],
): string[] {
  const taken = new Set<string>();
  return objects.map(({ kind, id }) => {
    const words = kind.replace(/(?<=[a-z0-9])[A-Z]/g, "-$&").toLowerCase();
    let free = taken.has(id) ? `${id}-${words}` : id;
    for (let number = 2; taken.has(free); number += 1) free = `${id}-${words}-${number}`;
    taken.add(free);
    return free;
  });
}

const cdk8sNames: ReadonlySet<string> = new Set(["ApiObject", "Chart", "JsonPatch"]);

/** Names that a constant of the module must not take. */
const reserved = [
  "app",
  "chart",
  "mocker",
  "sglang",
  "trtllm",
  "vllm",
  ..."break case catch class const continue debugger default delete do else enum export extends false finally for function if import in instanceof new null return super switch this throw true try typeof var void while with yield let static await".split(
    " ",
  ),
];

function constant({ name, value }: SharedBlock): string {
  return `const ${name} = ${literal(value, { indent: 0, taken: name.length + 10 })};`;
}

function statement(
  object: ImportedObject,
  blocks: readonly SharedBlock[],
  names: Set<string>,
  used: Set<string>,
): string {
  const { construct, id, overrides } = object;
  used.add(construct);
  const substitute: Substitute = (key, value) => {
    const block = construct === "InferenceGraph" ? blockOf(blocks, key, value) : undefined;
    if (block !== undefined) return { reference: block.name };
    const call = construct === "InferenceGraph" ? programCall(key, value) : undefined;
    if (call !== undefined && "call" in call) used.add(call.call);
    return call;
  };
  const props = construct === "InferenceGraph" ? ordered(object.props) : object.props;
  // As if the line were full: props stand one below the other even where they would fit.
  const text = literal(props, { indent: 0, taken: lineWidth, substitute });
  const creation = `new ${construct}(chart, ${JSON.stringify(id)}, ${text});`;
  if (overrides.length === 0) return creation;
  const name = freeName(variableName(id), names);
  names.add(name);
  const patches = overrides.map(({ pointer, value }) => {
    if (pointer === "/metadata/name") {
      used.add("JsonPatch");
      const target = construct === "ApiObject" ? name : `${name}.resource`;
      return `${target}.addJsonPatch(JsonPatch.remove(${JSON.stringify(pointer)}));`;
    }
    const head = `${name}.override(${JSON.stringify(pointer)}, `;
    return `${head}${literal(value, { indent: 0, taken: head.length + 2 })});`;
  });
  return [`const ${name} = ${creation}`, ...patches].join("\n");
}

function importLine(names: readonly string[], from: string): string {
  const sorted = [...new Set(names)].sort((a, b) =>
    a.localeCompare(b, "en", { sensitivity: "base" }),
  );
  const line = `import { ${sorted.join(", ")} } from "${from}";`;
  if (line.length <= lineWidth) return line;
  return `import {\n${sorted.map((name) => `  ${name},\n`).join("")}} from "${from}";`;
}

function chartName(source: string): string {
  const stem = basename(source).replace(/\.(ya?ml|json)$/i, "");
  const name = stem
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return name === "" ? "imported" : name.slice(0, 63);
}

function variableName(id: string): string {
  const words = id.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  const name = words
    .map(
      (word, index) =>
        (index === 0 ? word.charAt(0).toLowerCase() : word.charAt(0).toUpperCase()) + word.slice(1),
    )
    .join("");
  return /^[a-z]/.test(name) ? name : `object${name}`;
}
