// SPDX-License-Identifier: Apache-2.0
/** @module What changes: graphs in tables of graph terms, everything else a line each, and the diff of it all. */
import type { ResourceChange } from "@dynamo-iac/clouds/changes";
import { toYaml } from "@dynamo-iac/constructs";
import type { Fields } from "@dynamo-iac/constructs/api";
import {
  type ComponentChange,
  identityText,
  type ObjectChange,
  type TermChange,
} from "@dynamo-iac/constructs/changes";
import { formatPath } from "@dynamo-iac/constructs/facts";
import { type Block, code, type ListBlock, type Words } from "./blocks.js";
import { unifiedDiff } from "./line-diff.js";
import type { UnitReport } from "./report.js";
import { shownSides, shownTexts } from "./shown.js";

type Line = ListBlock["lines"][number];

/** Graphs in graph terms. */
export function graphBlocks({ name, manifests }: UnitReport, several: boolean): readonly Block[] {
  return (manifests?.objects ?? []).flatMap((object): readonly Block[] => {
    const { graph } = object;
    if (graph === undefined) return [];
    const rows = [
      ...graph.terms.map((term) => ["", ...termCells(term)]),
      ...graph.components.flatMap(componentRows),
    ];
    const gpus =
      graph.gpus.before === graph.gpus.after
        ? []
        : [`, GPUs ${graph.gpus.before} → ${graph.gpus.after}`];
    const title: Words = [
      ...objectTitle(object),
      ...gpus,
      ...(several ? [" in ", code(name)] : []),
    ];
    if (rows.length === 0)
      return [
        {
          kind: "list",
          lines: [
            {
              level: "plain",
              words: [...title, object.change === "changed" ? ": only in spelling" : ""],
            },
          ],
        },
      ];
    return [
      {
        kind: "table",
        title,
        heads: ["component", "what", "before", "after"],
        rows: rows.map(asCells),
      },
    ];
  });
}

type Cell = string | { readonly code: string } | undefined;

function asCells(row: readonly Cell[]): readonly Words[] {
  return row.map((cell) => (cell === undefined ? [] : [cell]));
}

function componentRows(component: ComponentChange): readonly (readonly Cell[])[] {
  const { name, change, renamedFrom, terms } = component;
  const rows = terms.map((term): readonly Cell[] => [code(name), ...termCells(term)]);
  if (change === "renamed" && renamedFrom !== undefined)
    return [[code(name), "renamed", code(renamedFrom), code(name)], ...rows];
  return change === "changed" ? rows : [[code(name), change, undefined, undefined], ...rows];
}

function termCells({ term, name, before, after }: TermChange): readonly Cell[] {
  const [was, is] = shownSides(before, after);
  const plain = name === term || /^[A-Z]/.test(name) || ["flag", "setting"].includes(term);
  return [
    plain ? name : `${term}: ${name}`,
    was === undefined ? undefined : code(was),
    is === undefined ? undefined : code(is),
  ];
}

function objectTitle({ identity, change, renamedFrom }: ObjectChange): Words {
  const label = code(identityText(identity));
  if (renamedFrom !== undefined) return [code(identityText(renamedFrom)), " renamed to ", label];
  return change === "changed" ? [label] : [label, ` ${change}`];
}

function resourceTitle({ label, change, renamedFrom }: ResourceChange): Words {
  if (renamedFrom !== undefined) return [code(renamedFrom), " renamed to ", code(label)];
  return change === "changed" ? [code(label)] : [code(label), ` ${change}`];
}

/** Objects that are no graph, and resources, a line each. */
export function otherBlocks(unit: UnitReport, several: boolean): readonly Block[] {
  const { name, manifests, resources } = unit;
  const place: Words = several ? [" in ", code(name)] : [];
  const lines = [
    ...(manifests?.objects ?? [])
      .filter(({ graph }) => graph === undefined)
      .map(
        (object): Line => ({
          level: "plain",
          words: [...objectTitle(object), ...place, ...fieldWords(object.change, object.fields)],
        }),
      ),
    ...resources.map(
      (resource): Line => ({
        level: "plain",
        words: [
          code(resource.label),
          resource.change === "changed" ? "" : ` ${resource.change}`,
          ...place,
          ...fieldWords(resource.change, resource.fields),
        ],
      }),
    ),
  ];
  return lines.length === 0 ? [] : [{ kind: "list", lines }];
}

const mostFields = 5;

/** The first fields of an object that stays. */
function fieldWords(change: ObjectChange["change"], fields: ObjectChange["fields"]): Words {
  if (change !== "changed") return [];
  const told = fields.slice(0, mostFields).flatMap(({ path, before, after }, at) => {
    const [was = "nothing", is = "nothing"] = shownSides(before, after);
    return [at === 0 ? ": " : "; ", code(formatPath(path)), " ", code(was), " → ", code(is)];
  });
  const more = fields.length - mostFields;
  return more > 0 ? [...told, `; ${more} more`] : told;
}

/** Objects as YAML, resources by their inputs. */
export function diffBlocks({ manifests, resources }: UnitReport): readonly Block[] {
  const yaml = (object: Fields | undefined) => (object === undefined ? "" : toYaml(object));
  return [
    ...(manifests?.objects ?? []).map((object): Block => {
      const [was, is] = shownTexts(yaml(object.before), yaml(object.after));
      return { kind: "diff", title: objectTitle(object), lines: unifiedDiff(was, is) };
    }),
    ...resources.map(
      (resource): Block => ({
        kind: "diff",
        title: resourceTitle(resource),
        lines: resource.fields.flatMap(({ path, before, after }) => {
          const [was, is] = shownSides(before, after);
          const field = formatPath(path);
          return [
            ...(was === undefined ? [] : [`-${field}: ${was}`]),
            ...(is === undefined ? [] : [`+${field}: ${is}`]),
          ];
        }),
      }),
    ),
  ];
}
