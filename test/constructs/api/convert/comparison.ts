// SPDX-License-Identifier: Apache-2.0
/** @module How two objects are compared in these tests. */
import type { V1alpha1GraphDeployment, V1alpha1Service } from "@dynamo-iac/constructs/api";

/** JSON with sorted keys; unlike a deep comparison it shows members that are undefined. */
export function textOf(value: unknown): string {
  return JSON.stringify(value, sortKeys, 1);
}

function sortKeys(_key: string, value: unknown): unknown {
  if (value === undefined) return "(undefined)";
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries);
}

/** The object without the annotations of the conversion. */
export function withoutCarriers<T extends { readonly metadata: object }>(object: T): T {
  const { annotations, ...rest } = object.metadata as { annotations?: Record<string, string> };
  const kept = Object.entries(annotations ?? {}).filter(
    ([key]) => !/^nvidia\.com\/(dgd|dcd|dgdr)-(spec|status)$/.test(key),
  );
  const metadata = kept.length === 0 ? rest : { ...rest, annotations: Object.fromEntries(kept) };
  return { ...object, metadata };
}

/** Amounts as text: v1alpha1 takes no numbers. */
export function withTextAmounts<T>(value: T): T {
  if (Array.isArray(value)) return value.map((item: unknown) => withTextAmounts(item)) as T;
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, member]: [string, unknown]) => {
    if (key !== "limits" && key !== "requests") return [key, withTextAmounts(member)];
    const amounts = Object.entries(member as object).map(([name, amount]) => [
      name,
      typeof amount === "number" ? String(amount) : amount,
    ]);
    return [key, Object.fromEntries(amounts)];
  });
  return Object.fromEntries(entries) as T;
}

/** A v1alpha1 graph as the operator hands it back, with the codes that name what is different. */
export function handedBack(graph: V1alpha1GraphDeployment): {
  readonly graph: V1alpha1GraphDeployment;
  readonly codes: ReadonlySet<string>;
} {
  const codes = new Set<string>();
  const services = Object.entries(graph.spec.services ?? {}).map(([name, service]) => [
    name,
    serviceHandedBack(name, service, codes),
  ]);
  const spec = { ...graph.spec, services: Object.fromEntries(services) };
  return { graph: { ...graph, spec }, codes };
}

function serviceHandedBack(
  name: string,
  service: V1alpha1Service,
  codes: Set<string>,
): V1alpha1Service {
  const { serviceName, componentType, frontendSidecar, extraPodSpec, ...rest } = service;
  const role =
    componentType === "prefill" || componentType === "decode" ? componentType : undefined;
  if (role !== undefined) codes.add("DYN-CNV-007");
  const { containers, ...pod } = extraPodSpec ?? {};
  const sidecars = containers?.filter((container) => container.name !== "main");
  if (sidecars?.length !== containers?.length) codes.add("DYN-CNV-008");
  const conflict = sidecars?.find((container) => container.name === "sidecar-frontend");
  const overruled = frontendSidecar !== undefined && conflict !== undefined;
  if (overruled) codes.add("DYN-CNV-009");
  // The container that overrules frontendSidecar goes to the end, and frontendSidecar copies it.
  const ordered = overruled
    ? [...(sidecars ?? []).filter((container) => container !== conflict), conflict]
    : sidecars;
  const spec = {
    ...pod,
    ...(ordered === undefined || ordered.length === 0 ? {} : { containers: ordered }),
  };
  const onlyMain = extraPodSpec !== undefined && containers !== undefined && isEmpty(spec);
  return {
    ...rest,
    ...(serviceName === undefined || serviceName === name ? {} : { serviceName }),
    ...(componentType === undefined ? {} : { componentType: role ? "worker" : componentType }),
    ...(role ? { subComponentType: role } : {}),
    ...(extraPodSpec === undefined || onlyMain ? {} : { extraPodSpec: spec }),
    ...(frontendSidecar === undefined || overruled ? {} : { frontendSidecar }),
  };
}

function isEmpty(object: object): boolean {
  return Object.keys(object).length === 0;
}

/** Mounts and sidecars in one order, and no `frontendSidecar` that a container overrules: the operator copies the container. */
export function comparable(
  graph: V1alpha1GraphDeployment,
  original: V1alpha1GraphDeployment,
): V1alpha1GraphDeployment {
  const services = Object.entries(graph.spec.services ?? {}).map(([name, service]) => {
    const { volumeMounts, frontendSidecar, extraPodSpec, ...rest } = service;
    const containers = extraPodSpec?.containers?.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    const before = original.spec.services?.[name];
    const overruled = before?.extraPodSpec?.containers?.some(
      (container) => container.name === "sidecar-frontend",
    );
    const sorted = volumeMounts?.toSorted((a, b) =>
      `${a.mountPoint} ${a.name}` < `${b.mountPoint} ${b.name}` ? -1 : 1,
    );
    return [
      name,
      {
        ...rest,
        ...(extraPodSpec && {
          extraPodSpec: { ...extraPodSpec, ...(containers && { containers }) },
        }),
        ...(sorted === undefined ? {} : { volumeMounts: sorted }),
        ...(frontendSidecar === undefined || overruled ? {} : { frontendSidecar }),
      },
    ];
  });
  return { ...graph, spec: { ...graph.spec, services: Object.fromEntries(services) } };
}
