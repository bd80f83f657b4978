// SPDX-License-Identifier: Apache-2.0
/** @module What a v1alpha1 graph says that v1beta1 cannot. */
import {
  type DynamoGraphDeployment,
  type Fields,
  graphToV1beta1,
  isFields,
  type V1alpha1GraphDeployment,
  type V1alpha1GraphDeploymentSpec,
} from "../../api/index.js";
import type { FieldPath, Finding, FindingCode } from "../../facts/index.js";
import { valueAt } from "./strays.js";

/** A v1alpha1 graph in two parts. */
export interface AlphaParts {
  /** The graph in v1beta1, without what has no place there. */
  readonly beta: DynamoGraphDeployment;
  /** The rest, to be laid over what v1beta1 converts back to. */
  readonly rest: Partial<V1alpha1GraphDeploymentSpec> | undefined;
  /** What the conversion says about the graph, except that the rest has no place. */
  readonly findings: readonly Finding[];
}

/** The fields that have no place in v1beta1, as far as a finding of the conversion says so. */
function homeless(code: FindingCode, path: FieldPath): readonly FieldPath[] {
  const service = path.slice(0, 3);
  switch (code) {
    case "DYN-CNV-002":
      // The subtype means nothing without the type that it came with.
      return path[3] === "subComponentType" ? [[...service, "componentType"], path] : [path];
    case "DYN-CNV-004":
    case "DYN-CNV-005":
    case "DYN-CNV-008":
      return [path];
    case "DYN-CNV-009":
      return [[...service, "frontendSidecar"]];
    default:
      return [];
  }
}

/** Findings that an import does not make true: nothing is left out or spelled anew for good. */
const untrue: ReadonlySet<string> = new Set(["DYN-CNV-002", "DYN-CNV-003", "DYN-CNV-007"]);

/** Takes a v1alpha1 graph apart. */
export function alphaParts(alpha: V1alpha1GraphDeployment): AlphaParts {
  const { object, findings } = graphToV1beta1(alpha, { carriers: false });
  let rest: Fields = {};
  for (const { code, path } of findings)
    for (const field of homeless(code, path)) rest = withField(rest, field, alpha, 0);
  const strangers = new Set(
    findings.flatMap(({ code, path }) => (code === "DYN-CNV-005" ? [path[2]] : [])),
  );
  const components = object.spec.components?.map((component) => {
    if (!strangers.has(component.name)) return component;
    const { type: _, ...known } = component;
    return known;
  });
  const spec = components === undefined ? object.spec : { ...object.spec, components };
  return {
    beta: { ...object, spec },
    rest: isFields(rest.spec) ? rest.spec : undefined,
    findings: findings.filter(({ code }) => !untrue.has(code)),
  };
}

/** A copy that also has the field of `source`; of a list only the item, because lists merge by name. */
function withField(target: Fields, path: FieldPath, source: unknown, depth: number): Fields {
  const step = String(path[depth]);
  const next = path[depth + 1];
  const known = target[step];
  if (next === undefined) {
    const value = valueAt(source, path);
    return value === undefined ? target : { ...target, [step]: value };
  }
  if (typeof next === "number") {
    const items: readonly unknown[] = Array.isArray(known) ? known : [];
    return { ...target, [step]: [...items, valueAt(source, path.slice(0, depth + 2))] };
  }
  return { ...target, [step]: withField(isFields(known) ? known : {}, path, source, depth + 1) };
}
