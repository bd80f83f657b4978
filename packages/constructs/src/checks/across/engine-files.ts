// SPDX-License-Identifier: Apache-2.0
/** @module Engine configuration files that come out of ConfigMaps of the same list. */
import { at, fields, text } from "../../api/index.js";
import {
  type FlagIssue,
  parallelism,
  type ReadEngineConfig,
  readEngineConfig,
} from "../../engines/index.js";
import { type Finding, finding } from "../../facts/index.js";
import { judgeLayout } from "../parallelism.js";
import { flagPlace } from "../place.js";
import { engineFile } from "../relations.js";
import type { Subject } from "../subject.js";
import { judgeTrtllm } from "../trtllm.js";
import type { ComponentView } from "../view.js";
import { type Fleet, type GraphSubject, keyOf } from "./fleet.js";
import { type MountedFile, mountedFile } from "./mounted-file.js";
import type { AcrossRule, Attached } from "./rule.js";

/** DYN-CONF-001 to 003, and the rules that need what the file says. */
export const engineFilesAreRight: AcrossRule = (fleet) => {
  const graphs = fleet.graphs.filter(({ relations }) => relations.readsFiles);
  return graphs.length === 0 ? [] : judgeFiles(graphs, fleet);
};

function judgeFiles(graphs: readonly GraphSubject[], fleet: Fleet): readonly Attached[] {
  const found: Attached[] = [];
  const read = new Map<string, ReadEngineConfig>();
  for (const graph of graphs) {
    for (const view of graph.view.components) {
      const file = engineFile(view);
      if (file === undefined) continue;
      const { property, path } = file;
      const source = mountedFile(view, graph.namespace, path, fleet);
      if (source === undefined) continue;
      const { map, key } = source;
      const document = text(at(map.object, "data", key));
      if (document === undefined) {
        if (at(map.object, "binaryData", key) !== undefined || source.optional) continue;
        found.push({ subject: graph, finding: missing(graph, view, property, path, source) });
        continue;
      }
      // A document with placeholders is filled in by somebody else.
      if (document.includes("${") || document.includes("{{")) continue;
      const place = keyOf(map.label, map.namespace, key);
      const before = read.get(place);
      const { config, issues } = before ?? readEngineConfig(document);
      read.set(place, { config, issues });
      if (before === undefined) {
        // The keys are those of TensorRT-LLM; of another engine's file only the form is judged.
        const judged = issues.filter(
          (issue) => view.engine === "trtllm" || issue.key === undefined,
        );
        found.push(
          ...judged.map((issue) => ({ subject: map, finding: wrongValue(map, key, issue) })),
        );
      }
      if (issues.length > 0 && view.engine === "trtllm") continue;
      for (const about of judge(graph, view, config))
        found.push({ subject: graph, finding: about });
    }
  }
  return found;
}

function missing(
  graph: GraphSubject,
  view: ComponentView,
  property: string,
  path: string,
  { map, key }: MountedFile,
): Finding {
  const keys = Object.keys(fields(at(map.object, "data")) ?? {});
  return finding(
    "DYN-CONF-001",
    { object: graph.label, path: flagPlace(view, graph.view, property) },
    `${view.name} reads ${path}, but ${map.label} has no key ${key}; it has ${keys.length === 0 ? "none" : keys.join(", ")}`,
    `Add the key ${key} to the ConfigMap, or change the path.`,
  );
}

function wrongValue(map: Subject, key: string, issue: FlagIssue): Finding {
  const place = { object: map.label, path: ["data", key] };
  return issue.key === undefined
    ? finding(
        "DYN-CONF-002",
        place,
        `${key} must be ${issue.expected}: ${issue.got}`,
        "Write the file as a YAML mapping.",
      )
    : finding(
        "DYN-CONF-003",
        place,
        `${issue.key} takes ${issue.expected}, got ${issue.got}`,
        `Give ${issue.key} ${issue.expected}.`,
      );
}

function judge(
  graph: GraphSubject,
  view: ComponentView,
  file: Readonly<Record<string, unknown>>,
): readonly Finding[] {
  const layout = view.program === undefined ? undefined : parallelism(view.program, file);
  return [
    ...(layout === undefined ? [] : judgeLayout(view, graph.view, layout)),
    ...(view.engine === "trtllm" ? judgeTrtllm(view, graph.view, file) : []),
  ];
}
