// SPDX-License-Identifier: Apache-2.0
/** @module Everything that the rules say about a plan. */
import { type CheckOptions, checkEach } from "@dynamo-iac/constructs/checks";
import { type FieldPath, type Finding, finding, holdsToken } from "@dynamo-iac/constructs/facts";
import { type KubernetesResource, kubernetesObjects } from "../kubernetes-objects.js";
import {
  clearSecretMark,
  holdsUnknown,
  type Plan,
  type PlannedResource,
  type PlanValue,
} from "../plan.js";
import { waived } from "../waivers.js";
import type { CloudResource, RuleProblem } from "./rule.js";
import { resourceRules, stackRules } from "./rules.js";

/** A finding about a resource of a plan. */
export interface PlanFinding extends Finding {
  /** The resource; absent for what is about the plan as a whole. */
  readonly urn?: string | undefined;
}

/** What is known besides the plan. */
export interface PlanCheckOptions {
  /** What is known of the cluster. @default - what the rules can see in the objects themselves */
  readonly cluster?: CheckOptions | undefined;
}

/**
 * The findings of a plan: rules about cloud resources, the checks of the Kubernetes objects, secrets
 * and tokens in the clear. Waivers of the stack and of the objects are applied. A value that is
 * unknown gives no finding; a plan in the mode `update` has none, and shows most.
 */
export function checkPlan(plan: Plan, options: PlanCheckOptions = {}): readonly PlanFinding[] {
  const found = [
    ...cloudFindings(plan),
    ...kubernetesFindings(kubernetesObjects(plan), options.cluster ?? {}),
    ...clearTextFindings(plan),
  ];
  return waived(found, plan.waivers);
}

/** The label of a resource in findings, as `Cluster/prod-cluster`. */
export function resourceLabel({ type, name }: Pick<PlannedResource, "type" | "name">): string {
  return `${type.split(":").at(-1)}/${name}`;
}

function cloudFindings(plan: Plan): readonly PlanFinding[] {
  const resources: readonly CloudResource[] = plan.resources;
  const found = resources.flatMap((resource) =>
    resourceRules
      .filter(({ types }) => types.includes(resource.type))
      .flatMap((rule) => [...rule.check(resource)])
      .map((problem) => findingOf(resource, problem)),
  );
  const labels = new Map(resources.map((resource) => [resource.urn, resource]));
  const ofStack = stackRules.flatMap((rule) =>
    [...rule.check(resources)].flatMap((problem) => {
      const resource = labels.get(problem.urn);
      return resource === undefined ? [] : [findingOf(resource, problem)];
    }),
  );
  return [...found, ...ofStack];
}

function findingOf(resource: CloudResource, problem: RuleProblem): PlanFinding {
  const at = { object: resourceLabel(resource), path: problem.path };
  return { ...finding(problem.code, at, problem.message, problem.fix), urn: resource.urn };
}

/** The same checks as `dynamo-iac check`, but silent about fields that nobody knows yet. */
function kubernetesFindings(
  objects: readonly KubernetesResource[],
  cluster: CheckOptions,
): readonly PlanFinding[] {
  const each = checkEach(
    objects.map(({ object }) => object),
    cluster,
  );
  return objects.flatMap(({ urn, object }, index) =>
    (each[index] ?? [])
      .filter(({ path }) => !isOpen(object, path))
      .map((found) => ({ ...found, urn })),
  );
}

function isOpen(object: PlanValue, path: FieldPath): boolean {
  let here: PlanValue | undefined = object;
  for (const step of path) {
    if (typeof here !== "object" || here === null) break;
    here = (here as Readonly<Record<string | number, PlanValue>>)[step];
  }
  return here !== undefined && holdsUnknown(here);
}

/** The recorder leaves a mark of its own where it hid a secret that had lost its own; it leaves tokens as they are. */
function clearTextFindings(plan: Plan): readonly PlanFinding[] {
  const ofResources = plan.resources.flatMap((resource) =>
    texts(resource.inputs, []).flatMap(([path, text]) =>
      clearText(text, { object: resourceLabel(resource), path }).map((found) => ({
        ...found,
        urn: resource.urn,
      })),
    ),
  );
  const ofOutputs = texts(plan.outputs, []).flatMap(([path, text]) =>
    clearText(text, { object: `Stack/${plan.project}-${plan.stack}`, path }),
  );
  return [...ofResources, ...ofOutputs];
}

function clearText(
  text: string,
  at: { readonly object: string; readonly path: FieldPath },
): readonly Finding[] {
  if (holdsToken(text))
    return [
      finding(
        "DYN-CLOUD-001",
        at,
        "holds an Output token that nobody resolved",
        "Use the Output itself here; tokens are for Manifests and HelmRelease.",
      ),
    ];
  if (!text.includes(clearSecretMark)) return [];
  return [
    finding(
      "DYN-CLOUD-014",
      at,
      "holds a secret of the configuration without its mark; it is hidden here, but would be in the state as it is",
      "Read it with requireSecret, and combine it with pulumi.interpolate.",
    ),
  ];
}

function texts(value: PlanValue, path: FieldPath): readonly (readonly [FieldPath, string])[] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item, at) => texts(item, [...path, at]));
  return Object.entries(value).flatMap(([key, item]) => texts(item, [...path, key]));
}

/**
 * DYN-CLOUD-013: resources that only one of two modes has, because they are made inside `apply`.
 * Waivers of the stack are applied.
 */
export function checkModes(plan: Plan, other: Plan): readonly PlanFinding[] {
  return waived([...onlyIn(plan, other), ...onlyIn(other, plan)], plan.waivers);
}

function onlyIn(here: Plan, there: Plan): readonly PlanFinding[] {
  const known = new Set(there.resources.map(({ urn }) => urn));
  return here.resources
    .filter(({ urn }) => !known.has(urn))
    .map((resource) => ({
      ...finding(
        "DYN-CLOUD-013",
        { object: resourceLabel(resource), path: [] },
        `is registered in the mode ${here.mode} and not in the mode ${there.mode}`,
        "Register it outside of apply, and pass Outputs as its arguments.",
      ),
      urn: resource.urn,
    }));
}
