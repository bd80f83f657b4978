// SPDX-License-Identifier: Apache-2.0
/** @module The spec of a graph: a map of services in v1alpha1, a list of components in v1beta1. */
import { type FieldPath, type Finding, finding } from "../../facts/index.js";
import type { V1alpha1GraphDeploymentSpec } from "../v1alpha1/graph.js";
import type { V1alpha1Service } from "../v1alpha1/service.js";
import type { Component } from "../v1beta1/component.js";
import type { DynamoGraphDeploymentSpec } from "../v1beta1/graph.js";
import { alphaRemainder } from "./alpha-remainder.js";
import { betaRemainder, type SparseComponent, saysMore } from "./beta-remainder.js";
import { componentOf } from "./component.js";
import { componentFindings } from "./component-findings.js";
import { compact, filled, own, present } from "./json.js";
import { type Course, lossFinding, spellingFindings } from "./loss.js";
import { serviceOf } from "./service.js";
import { serviceFindings } from "./service-findings.js";

/** What the annotation of a v1alpha1 graph holds. */
export interface SparseBetaSpec {
  readonly components?: readonly SparseComponent[] | undefined;
}

/** What the annotation of a v1beta1 graph holds; a key without a service is null. */
export interface SparseAlphaSpec {
  readonly pvcs?: V1alpha1GraphDeploymentSpec["pvcs"];
  readonly services?: Readonly<Record<string, V1alpha1Service | null>> | undefined;
}

/** A converted spec, what it could not take, and the findings about it. */
export interface Part<Spec, Remainder> {
  readonly spec: Spec;
  /** Undefined when there is nothing to keep. */
  readonly remainder: Remainder | undefined;
  readonly findings: readonly Finding[];
}

/** The spec in v1beta1. */
export function betaGraphSpec(
  alpha: V1alpha1GraphDeploymentSpec,
  saved: SparseBetaSpec | undefined,
  course: Course,
): Part<DynamoGraphDeploymentSpec, SparseAlphaSpec> {
  const { services, envs, pvcs, topologyConstraint, ...same } = alpha;
  const findings: Finding[] = [];
  const components: Component[] = [];
  const kept: [string, V1alpha1Service | null][] = [];
  for (const name of emissionOrder(Object.keys(services ?? {}), saved?.components)) {
    const path = ["spec", "services", name];
    // A key without a service is legal YAML; the operator skips and remembers it.
    const service = services?.[name] ?? null;
    if (service === null) {
      kept.push([name, null]);
      findings.push(lossFinding(course, { path, ...nothing }));
      continue;
    }
    const sparse = saved?.components?.find((component) => component.name === name);
    const left = compact({
      ...alphaRemainder(service, saved === undefined),
      serviceName: otherName(service, name),
    });
    components.push(componentOf(service, name, sparse));
    if (Object.keys(left).length > 0) kept.push([name, left]);
    findings.push(...serviceFindings(service, left, path, course));
  }
  if (filled(pvcs) !== undefined)
    findings.push(
      lossFinding(course, {
        path: ["spec", "pvcs"],
        what: `the list of volume claims (${pvcs?.map((pvc) => pvc.name).join(", ")})`,
        fix: "Render PersistentVolumeClaims beside the graph and mount them by name.",
      }),
    );
  return {
    spec: compact({
      ...same,
      components: services && components,
      env: envs,
      topologyConstraint: topologyConstraint && bindingConstraint(topologyConstraint),
    }),
    remainder: present({
      pvcs: filled(pvcs),
      services: kept.length === 0 ? undefined : Object.fromEntries(kept),
    }),
    findings,
  };
}

const nothing = { what: "a key without a service", fix: "Remove the key, or give it a service." };

/** A name of its own that a service has beside its key. */
function otherName(service: V1alpha1Service, key: string): string | undefined {
  const { serviceName = "" } = service;
  return serviceName === "" || serviceName === key ? undefined : serviceName;
}

/**
 * The spec in v1alpha1.
 *
 * @param fromBeta - true when the graph was written in v1beta1, as far as its annotations tell
 */
export function alphaGraphSpec(
  beta: DynamoGraphDeploymentSpec,
  saved: SparseAlphaSpec | undefined,
  fromBeta: boolean,
  course: Course,
): Part<V1alpha1GraphDeploymentSpec, SparseBetaSpec> {
  const { components = [], env, topologyConstraint, ...same } = beta;
  const reordered = !isSorted(components.map((component) => component.name));
  const findings: Finding[] = [];
  const services = new Map<string, V1alpha1Service | null>();
  const kept: SparseComponent[] = [];
  for (const [index, component] of components.entries()) {
    const { name } = component;
    const path = ["spec", "components", index];
    if (services.has(name)) {
      findings.push(duplicate(name, [...path, "name"], course.object));
      continue;
    }
    const savedService = own(saved?.services, name) ?? undefined;
    const service = serviceOf(component, {
      saved: savedService,
      selfContained: !course.carriers,
    });
    const left = betaRemainder(component, service);
    const serviceName = savedService && otherName(savedService, name);
    services.set(name, compact({ ...service, serviceName }));
    // The bare name tells the way back that the graph was written in v1beta1.
    const origin = fromBeta && component.podTemplate !== undefined;
    if (reordered || saysMore(left) || origin) kept.push(left);
    findings.push(...componentFindings(component, left, path, course));
  }
  for (const [name, service] of Object.entries(saved?.services ?? {}))
    if (service === null && !services.has(name)) services.set(name, null);
  if (reordered)
    findings.push(...spellingFindings(course, ["spec", "components"], "the order of components"));
  const named = beta.components !== undefined || services.size > 0;
  return {
    spec: compact({
      ...same,
      envs: env,
      pvcs: saved?.pvcs,
      services: named
        ? (Object.fromEntries(services) as Record<string, V1alpha1Service>)
        : undefined,
      topologyConstraint: topologyConstraint && profileConstraint(topologyConstraint),
    }),
    remainder: kept.length === 0 ? undefined : { components: kept },
    findings,
  };
}

function duplicate(name: string, path: FieldPath, object: string): Finding {
  return finding(
    "DYN-CNV-010",
    { object, path },
    `component ${name} occurs twice; v1alpha1 has room for the first`,
    "Rename one of the components.",
  );
}

function bindingConstraint(
  constraint: NonNullable<V1alpha1GraphDeploymentSpec["topologyConstraint"]>,
): NonNullable<DynamoGraphDeploymentSpec["topologyConstraint"]> {
  const { topologyProfile, ...same } = constraint;
  return { clusterTopologyName: topologyProfile, ...same };
}

function profileConstraint(
  constraint: NonNullable<DynamoGraphDeploymentSpec["topologyConstraint"]>,
): NonNullable<V1alpha1GraphDeploymentSpec["topologyConstraint"]> {
  const { clusterTopologyName, ...same } = constraint;
  return { topologyProfile: clusterTopologyName, ...same };
}

/** By name, unless the annotation remembers another order. */
function emissionOrder(
  names: readonly string[],
  saved: readonly SparseComponent[] | undefined,
): readonly string[] {
  const sorted = [...names].sort(byCode);
  const remembered = (saved ?? []).map((component) => component.name);
  if (isSorted(remembered)) return sorted;
  const known = remembered.filter((name) => names.includes(name));
  return [...known, ...sorted.filter((name) => !known.includes(name))];
}

function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function isSorted(names: readonly string[]): boolean {
  return names.every((name, index) => index === 0 || (names[index - 1] ?? "") <= name);
}
