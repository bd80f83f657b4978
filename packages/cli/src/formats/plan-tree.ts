// SPDX-License-Identifier: Apache-2.0
/** @module The resources of a plan as a tree: components as branches, what they own as leaves by type. */
import type { Plan, PlannedResource } from "@dynamo-iac/clouds/plan";
import { plural } from "./located.js";

/** Names that are written out for one type before the rest is counted. */
const shownNames = 4;

/** One line per component and per type within it. */
export function planTree(plan: Plan): string {
  const children = new Map<string, PlannedResource[]>();
  for (const resource of plan.resources) {
    const parent = resource.parent ?? "";
    children.set(parent, [...(children.get(parent) ?? []), resource]);
  }
  const lines: string[] = [];
  const below = (urn: string): number =>
    (children.get(urn) ?? []).reduce(
      (sum, child) => sum + (child.kind === "component" ? below(child.urn) : 1),
      0,
    );
  const write = (urn: string, indent: string) => {
    const inside = children.get(urn) ?? [];
    const components = inside.filter(({ kind }) => kind === "component");
    const rows = [
      ...leaves(inside.filter(({ kind }) => kind !== "component")).map((text) => ({
        text,
        urn: undefined,
      })),
      ...components.map((component) => ({
        text: `${component.name}  ${component.type}  ${plural(below(component.urn), "resource")}`,
        urn: component.urn,
      })),
    ];
    for (const [position, row] of rows.entries()) {
      const last = position === rows.length - 1;
      lines.push(`${indent}${last ? "└─ " : "├─ "}${row.text}`);
      if (row.urn !== undefined) write(row.urn, `${indent}${last ? "   " : "│  "}`);
    }
  };
  for (const root of plan.resources.filter(({ parent }) => parent === undefined)) {
    lines.push(root.name);
    write(root.urn, "");
  }
  return `${lines.join("\n")}\n`;
}

/** Resources of one type share a line. */
function leaves(resources: readonly PlannedResource[]): readonly string[] {
  const types = new Map<string, PlannedResource[]>();
  for (const resource of resources)
    types.set(resource.type, [...(types.get(resource.type) ?? []), resource]);
  return [...types].map(([type, group]) => {
    const count = group.length === 1 ? "" : ` × ${group.length}`;
    const names = group.slice(0, shownNames).map(nameOf);
    const more = group.length > shownNames ? [`and ${group.length - shownNames} more`] : [];
    return `${shortType(type)}${count}  ${[...names, ...more].join(", ")}`;
  });
}

function nameOf({ name, protect, kind }: PlannedResource): string {
  const marks = [...(protect === true ? ["protected"] : []), ...(kind === "read" ? ["read"] : [])];
  return marks.length === 0 ? name : `${name} [${marks.join(", ")}]`;
}

/** `aws:eks/cluster:Cluster` is `aws eks Cluster`; `kubernetes:core/v1:Secret` is `kubernetes Secret`. */
function shortType(type: string): string {
  const [provider = "", module = "", name = ""] = type.split(":");
  if (provider === "pulumi" && module === "providers") return `provider ${name}`;
  if (provider === "kubernetes") return `kubernetes ${name}`;
  const service = module.split("/")[0] ?? "";
  return service === "index" || service === ""
    ? `${provider} ${name}`
    : `${provider} ${service} ${name}`;
}
