// SPDX-License-Identifier: Apache-2.0
/** @module Where somebody wrote in v1alpha1 what the checks found in the graph converted to v1beta1. */
import {
  at,
  type Component,
  type Container,
  type DynamoGraphDeployment,
  type Fields,
  fields,
  items,
} from "../api/index.js";
import type { FieldPath } from "../facts/index.js";

/**
 * The path in the v1alpha1 object. Where v1alpha1 has two places for one field, the one that the
 * value came from; for a field that is missing, the place where it is usually written.
 */
export function alphaPath(alpha: unknown, beta: DynamoGraphDeployment, path: FieldPath): FieldPath {
  const [root, field, ...rest] = path;
  if (root !== "spec" || field === undefined) return path;
  if (field === "env") return ["spec", "envs", ...rest];
  if (field === "topologyConstraint" && rest[0] === "clusterTopologyName") {
    return ["spec", field, "topologyProfile"];
  }
  if (field !== "components") return path;
  const [index, ...inside] = rest;
  const component = typeof index === "number" ? beta.spec?.components?.[index] : undefined;
  if (component === undefined) return ["spec", "services"];
  const service = fields(at(alpha, "spec", "services", component.name)) ?? {};
  return ["spec", "services", component.name, ...serviceField(service, component, inside)];
}

function serviceField(service: Fields, component: Component, path: FieldPath): FieldPath {
  const [field, ...rest] = path;
  switch (field) {
    case undefined:
    case "name":
      return [];
    case "type":
      return [
        component.type === "prefill" || component.type === "decode"
          ? "subComponentType"
          : "componentType",
      ];
    case "sharedMemorySize":
      return [
        "sharedMemory",
        at(service, "sharedMemory", "disabled") === true ? "disabled" : "size",
      ];
    case "compilationCache":
      return cacheField(service, rest);
    case "scalingAdapter":
      return ["scalingAdapter", "enabled"];
    case "experimental":
      return rest;
    case "podTemplate":
      return podField(service, component, rest);
    default:
      return path;
  }
}

function cacheField(service: Fields, [field]: FieldPath): FieldPath {
  const mount = items(service.volumeMounts).findIndex(
    (candidate) => at(candidate, "useAsCompilationCache") === true,
  );
  if (mount === -1) return ["volumeMounts"];
  const inside = field === "mountPath" ? ["mountPoint"] : field === "pvcName" ? ["name"] : [];
  return ["volumeMounts", mount, ...inside];
}

function podField(service: Fields, component: Component, [part, ...path]: FieldPath): FieldPath {
  if (part === "metadata") return ["extraPodMetadata", ...path];
  const [field, index, ...rest] = path;
  if (field === undefined) return ["extraPodSpec"];
  const container =
    field === "containers" && typeof index === "number"
      ? component.podTemplate?.spec?.containers[index]
      : undefined;
  if (container === undefined) {
    return ["extraPodSpec", field === "containers" ? "mainContainer" : field, ...path.slice(1)];
  }
  if (container.name === "main") return mainField(service, container, rest);
  const sidecar = service.frontendSidecar;
  if (sidecar !== undefined && container.name === component.frontendSidecar) {
    return ["frontendSidecar", ...sidecarField(rest)];
  }
  const own = items(at(service, "extraPodSpec", "containers")).findIndex(
    (candidate) => at(candidate, "name") === container.name,
  );
  return ["extraPodSpec", "containers", ...(own === -1 ? [] : [own, ...rest])];
}

/** v1alpha1 gives a frontend sidecar four fields. */
function sidecarField([field, ...rest]: FieldPath): FieldPath {
  if (field === "env") return ["envs", ...rest];
  if (field === "envFrom") return ["envFromSecret"];
  return field === undefined ? [] : [field, ...rest];
}

function mainField(service: Fields, main: Container, path: FieldPath): FieldPath {
  const over = ["extraPodSpec", "mainContainer"];
  const [field, ...rest] = path;
  const own = at(service, ...over);
  switch (field) {
    case undefined:
      return over;
    case "env":
      return variable(service, own, main, rest);
    case "envFrom":
      return at(own, "envFrom") === undefined ? ["envFromSecret"] : [...over, ...path];
    case "livenessProbe":
    case "readinessProbe":
      return at(own, ...path) === undefined && service[field] !== undefined
        ? path
        : [...over, ...path];
    case "resources":
      return at(own, ...path) === undefined ? resource(service, rest) : [...over, ...path];
    case "volumeMounts":
      return mount(service, own, rest);
    default:
      return [...over, ...path];
  }
}

/** Variables of both lists are one list in v1beta1, joined by name. */
function variable(
  service: Fields,
  own: unknown,
  main: Container,
  [index, ...rest]: FieldPath,
): FieldPath {
  const inMain = ["extraPodSpec", "mainContainer", "env"];
  if (typeof index !== "number") return at(own, "env") === undefined ? ["envs"] : inMain;
  const name = main.env?.[index]?.name;
  const find = (list: unknown) => items(list).findLastIndex((entry) => at(entry, "name") === name);
  const over = find(at(own, "env"));
  if (over !== -1) return [...inMain, over, ...rest];
  const base = find(service.envs);
  return base === -1 ? ["envs"] : ["envs", base, ...rest];
}

/** `limits["nvidia.com/gpu"]` is `limits.gpu`; what v1alpha1 has no field for is `limits.custom`. */
function resource(service: Fields, path: FieldPath): FieldPath {
  const [list, name, ...rest] = path;
  if (list !== "limits" && list !== "requests") return ["resources", ...path];
  if (name === undefined || name === "cpu" || name === "memory") return ["resources", ...path];
  const item = at(service, "resources", list);
  const custom = at(item, "custom", name) !== undefined;
  const counted = at(item, "gpuType") ?? "nvidia.com/gpu";
  return custom || name !== counted
    ? ["resources", list, "custom", name, ...rest]
    : ["resources", list, "gpu", ...rest];
}

/** The mounts of the main container come first, those of the service behind them. */
function mount(service: Fields, own: unknown, [index, field]: FieldPath): FieldPath {
  const first = items(at(own, "volumeMounts")).length;
  if (typeof index !== "number") return ["volumeMounts"];
  if (index < first) {
    return [
      "extraPodSpec",
      "mainContainer",
      "volumeMounts",
      index,
      ...(field === undefined ? [] : [field]),
    ];
  }
  const beside = index - first;
  if (items(service.volumeMounts).length <= beside) return ["volumeMounts"];
  return [
    "volumeMounts",
    beside,
    ...(field === undefined ? [] : [field === "mountPath" ? "mountPoint" : field]),
  ];
}
