// SPDX-License-Identifier: Apache-2.0
/** @module What Kubernetes itself refuses in the pods of a component. */
import type { Container } from "../api/index.js";
import { type FieldPath, type Finding, finding, quantityValue, show } from "../facts/index.js";
import { isDevice } from "./gpu-resources.js";
import { podField } from "./place.js";
import { type ComponentRule, nothing } from "./rule.js";
import type { ComponentView } from "./view.js";

/** A container of the pod and where it stands. */
interface Placed {
  readonly container: Container;
  readonly path: FieldPath;
}

/** All containers of a component. */
export function containersOf(view: ComponentView): readonly Placed[] {
  const { containers = [], initContainers } = view.component.podTemplate?.spec ?? {};
  const placed = containers.map((container, at) => ({
    container,
    path: podField(view, "containers", at),
  }));
  for (const [at, container] of (initContainers ?? []).entries()) {
    placed.push({ container, path: podField(view, "initContainers", at) });
  }
  return placed;
}

/** Volumes that the operator adds to the pods. */
const operatorVolumes = new Set(["shared-memory", "epp-config", "hf-cache", "topology-labels"]);

/** DYN-POD-001: mounts of a volume that is not there. */
export const mountsHaveVolumes: ComponentRule = (view, graph) => {
  const spec = view.component.podTemplate?.spec;
  const containers = spec?.containers ?? [];
  if (containers.length < 2 && spec?.initContainers === undefined) return nothing;
  // The operator adds a claim for every mount of main without a volume; a sidecar may use it too.
  const volumes = new Set([
    ...(spec?.volumes ?? []).map((volume) => volume.name),
    ...(view.main?.volumeMounts ?? []).map((mount) => mount.name),
    ...operatorVolumes,
    view.component.compilationCache?.pvcName,
  ]);
  const found: Finding[] = [];
  for (const { container, path } of containersOf(view)) {
    if (container === view.main) continue;
    for (const [at, mount] of (container.volumeMounts ?? []).entries()) {
      if (volumes.has(mount.name)) continue;
      found.push(
        finding(
          "DYN-POD-001",
          { object: graph.object, path: [...path, "volumeMounts", at, "name"] },
          `container ${container.name} of ${view.name} mounts ${show(mount.name)}, and the pod has ${spec?.volumes === undefined || spec.volumes.length === 0 ? "no volumes" : spec.volumes.map((volume) => volume.name).join(", ")}`,
          `Add a volume ${mount.name} to the pod.`,
        ),
      );
    }
  }
  return found;
};

/** DYN-POD-002: claims that the pod does not declare. */
export const claimsAreDeclared: ComponentRule = (view, graph) => {
  const declared = view.component.podTemplate?.spec?.resourceClaims ?? [];
  const found: Finding[] = [];
  for (const { container, path } of containersOf(view)) {
    for (const [at, claim] of (container.resources?.claims ?? []).entries()) {
      if (declared.some((known) => known.name === claim.name)) continue;
      found.push(
        finding(
          "DYN-POD-002",
          { object: graph.object, path: [...path, "resources", "claims", at, "name"] },
          `container ${container.name} of ${view.name} uses the claim ${show(claim.name)}, and resourceClaims of the pod has ${declared.length === 0 ? "0 entries" : declared.map((known) => known.name).join(", ")}`,
          `Add ${claim.name} to resourceClaims of the pod.`,
        ),
      );
    }
  }
  return found;
};

/** DYN-POD-003: requests against limits, and devices in whole numbers. */
export const amountsAreValid: ComponentRule = (view, graph) => {
  const found: Finding[] = [];
  for (const { container, path } of containersOf(view)) {
    const { limits, requests } = container.resources ?? {};
    if (limits === undefined && requests === undefined) continue;
    for (const resource of new Set([
      ...Object.keys(limits ?? {}),
      ...Object.keys(requests ?? {}),
    ])) {
      const why = refused(resource, limits?.[resource], requests?.[resource]);
      if (why === undefined) continue;
      const list = limits?.[resource] === undefined ? "requests" : "limits";
      found.push(
        finding(
          "DYN-POD-003",
          { object: graph.object, path: [...path, "resources", list, resource] },
          `${resource} of container ${container.name} in ${view.name}: ${why[0]}`,
          why[1],
        ),
      );
    }
  }
  return found;
};

function refused(
  resource: string,
  limit: string | number | undefined,
  request: string | number | undefined,
): readonly [string, string] | undefined {
  const most = limit === undefined ? undefined : quantityValue(limit);
  const least = request === undefined ? undefined : quantityValue(request);
  if (isDevice(resource)) {
    for (const [value, written] of [
      [most, limit],
      [least, request],
    ] as const) {
      if (value !== undefined && !Number.isInteger(value)) {
        return [`a device comes in whole numbers, got ${show(written)}`, "Write a whole number."];
      }
    }
    if (most === undefined)
      return [`a request of ${show(request)} has no limit`, `Set the limit to ${request}.`];
    if (least !== undefined && least !== most) {
      return [
        `request ${show(request)} differs from limit ${show(limit)}`,
        "Set request and limit to the same number.",
      ];
    }
    return undefined;
  }
  if (most === undefined || least === undefined || !(least > most)) return undefined;
  return [
    `request ${show(request)} exceeds limit ${show(limit)}`,
    `Raise the limit to ${request}, or lower the request.`,
  ];
}

/** DYN-POD-004: one name, one container. */
export const containerNamesDiffer: ComponentRule = (view, graph) => {
  const { containers = [], initContainers = [] } = view.component.podTemplate?.spec ?? {};
  // The API sees repeated names inside one of the lists; only the two together are left.
  for (const [at, { name }] of initContainers.entries()) {
    if (!containers.some((container) => container.name === name)) continue;
    return [
      finding(
        "DYN-POD-004",
        { object: graph.object, path: podField(view, "initContainers", at, "name") },
        `${view.name} has a container and an init container named ${show(name)}`,
        "Rename the init container.",
      ),
    ];
  }
  return nothing;
};
