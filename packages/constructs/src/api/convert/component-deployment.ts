// SPDX-License-Identifier: Apache-2.0
/**
 * @module DynamoComponentDeployment between v1alpha1 and v1beta1.
 *
 * @see deploy/operator/api/v1alpha1/dynamocomponentdeployment_conversion.go
 */
import { carriers } from "../../facts/index.js";
import type { V1alpha1ComponentDeployment } from "../v1alpha1/component-deployment.js";
import type { DynamoComponentDeployment } from "../v1beta1/component-deployment.js";
import { alphaRemainder } from "./alpha-remainder.js";
import { betaRemainder, type SparseComponent, saysMore } from "./beta-remainder.js";
import { load, unload } from "./carrier.js";
import { componentOf } from "./component.js";
import { componentFindings } from "./component-findings.js";
import { compact, filled, present } from "./json.js";
import {
  type Conversion,
  type ConvertOptions,
  courseOf,
  spellingFindings,
  statusFindings,
} from "./loss.js";
import { filledMap } from "./pod-template.js";
import {
  alphaReplicaStatus,
  betaReplicaStatus,
  replicaStatusRemainder,
  type SparseReplicaStatus,
} from "./replica-status.js";
import { serviceOf } from "./service.js";
import { serviceFindings } from "./service-findings.js";

type AlphaStatus = NonNullable<V1alpha1ComponentDeployment["status"]>;
type BetaStatus = NonNullable<DynamoComponentDeployment["status"]>;

interface SparseAlphaStatus {
  readonly podSelector?: AlphaStatus["podSelector"];
  readonly service?: SparseReplicaStatus | undefined;
}

/** Mark in the envelope: the v1alpha1 object had no `serviceName`. */
const noServiceName = "serviceName";

/** The component deployment in v1beta1. */
export function componentDeploymentToV1beta1(
  alpha: V1alpha1ComponentDeployment,
  options: ConvertOptions = {},
): Conversion<DynamoComponentDeployment> {
  const { spec, status, metadata, ...source } = structuredClone(alpha);
  const course = courseOf(alpha, "v1beta1", carriers.component.spec, options);
  const carried = unload(metadata, carriers.component, course.object);
  const saved = carried.spec as Partial<SparseComponent> | undefined;
  const sparse = saved && { ...saved, name: saved.name ?? "" };
  const { serviceName = "" } = spec;
  const name = serviceName === "" ? (metadata.name ?? "") : serviceName;
  // A component without a name comes back without one.
  const unnamed = sparse?.name === "" && name === metadata.name;
  const { name: _name, ...component } = componentOf(spec, name, sparse);
  const left = alphaRemainder(spec, saved === undefined);
  const implied = serviceName === "" && name !== "" && !unnamed;
  // The annotation also tells that the pod template was made up from fields of v1alpha1.
  const origin = saved === undefined && component.podTemplate !== undefined;
  const statusLeft = status && statusRemainder(status);
  const cargo = {
    spec: origin || implied || Object.keys(left).length > 0 ? left : undefined,
    absent: implied ? [noServiceName] : [],
    status: statusLeft,
  };
  const object: DynamoComponentDeployment = compact({
    ...source,
    apiVersion: "nvidia.com/v1beta1" as const,
    metadata: load(carried.metadata, carriers.component, course.carriers ? cargo : {}),
    spec: compact({ name: unnamed || name === "" ? undefined : name, ...component }),
    status: status && betaStatus(status),
  });
  return {
    object,
    findings: [
      ...carried.findings,
      ...serviceFindings(spec, left, ["spec"], course),
      ...(implied ? spellingFindings(course, ["spec"], "the missing serviceName") : []),
      ...(statusLeft?.podSelector === undefined ? [] : statusFindings(course, [podSelector])),
      ...(statusLeft?.service === undefined
        ? []
        : spellingFindings(course, ["status", "service"], "componentName")),
    ],
  };
}

const podSelector = {
  path: ["status", "podSelector"],
  what: "the pod selector",
  fix: "Select pods by label nvidia.com/selector instead.",
};

/** The component deployment in v1alpha1. */
export function componentDeploymentToV1alpha1(
  beta: DynamoComponentDeployment,
  options: ConvertOptions = {},
): Conversion<V1alpha1ComponentDeployment> {
  const { spec, status, metadata, ...source } = structuredClone(beta);
  const course = courseOf(beta, "v1alpha1", carriers.component.spec, options);
  const carried = unload(metadata, carriers.component, course.object);
  const { name = "", ...unnamed } = spec;
  const component = { ...unnamed, name };
  const service = serviceOf(component, {
    saved: carried.spec,
    selfContained: !course.carriers,
  });
  const implied = carried.absent.includes(noServiceName) && name === metadata.name;
  const left = betaRemainder(component, service);
  const origin = !carried.found && spec.podTemplate !== undefined;
  const kept = saysMore(left) || origin || (name === "" && metadata.name !== undefined);
  const object: V1alpha1ComponentDeployment = compact({
    ...source,
    apiVersion: "nvidia.com/v1alpha1" as const,
    metadata: load(carried.metadata, carriers.component, {
      spec:
        course.carriers && kept
          ? compact({ ...left, name: name === "" ? undefined : name })
          : undefined,
    }),
    spec: compact({ serviceName: implied || name === "" ? undefined : name, ...service }),
    status: status && alphaStatus(status, carried.status as SparseAlphaStatus | undefined),
  });
  return {
    object,
    findings: [...carried.findings, ...componentFindings(component, left, ["spec"], course)],
  };
}

function betaStatus(status: AlphaStatus): BetaStatus {
  const { podSelector: _podSelector, service, conditions, ...same } = status;
  return compact({
    ...same,
    conditions: filled(conditions),
    component: service && betaReplicaStatus(service),
  });
}

function alphaStatus(status: BetaStatus, saved: SparseAlphaStatus | undefined): AlphaStatus {
  const { component, ...same } = status;
  return compact({
    ...same,
    conditions: status.conditions ?? [],
    podSelector: filledMap(saved?.podSelector),
    service: component && alphaReplicaStatus(component, saved?.service),
  });
}

function statusRemainder(status: AlphaStatus): SparseAlphaStatus | undefined {
  return present({
    podSelector: filledMap(status.podSelector),
    service: status.service && replicaStatusRemainder(status.service),
  });
}
