// SPDX-License-Identifier: Apache-2.0
/** @module What is lost of a v1alpha1 service in v1beta1. */
import { type FieldPath, type Finding, finding } from "../../facts/index.js";
import type { V1alpha1Service } from "../v1alpha1/service.js";
import { componentTypes } from "../v1beta1/component.js";
import { sidecarConflicts } from "./alpha-remainder.js";
import { isWorkerRole } from "./component.js";
import { type Course, type Loss, lossFinding, spellingFindings } from "./loss.js";
import { mainName } from "./main-container.js";
import { sidecarName } from "./pod-template.js";
import { unparsable } from "./resources.js";
import { surplusCaches } from "./volume-mounts.js";

/** Fields without a counterpart, and what to do instead. */
const alphaOnly: Partial<Record<keyof V1alpha1Service, Omit<Loss, "path">>> = {
  annotations: {
    what: "the service's own annotations",
    fix: "Move them to podTemplate.metadata.annotations, which also reach the Service.",
  },
  labels: {
    what: "the service's own labels",
    fix: "Move them to podTemplate.metadata.labels, which also reach the Service.",
  },
  ingress: {
    what: "the ingress",
    fix: "Render an Ingress, VirtualService or HTTPRoute for the frontend Service beside the graph.",
  },
  dynamoNamespace: {
    what: "the Dynamo namespace",
    fix: "Remove dynamoNamespace: the operator ignores it.",
  },
  autoscaling: {
    what: "the autoscaling",
    fix: "Remove autoscaling: the operator ignores it; use scalingAdapter with an autoscaler.",
  },
  subComponentType: {
    what: "the subComponentType",
    fix: "Remove subComponentType, or use prefill or decode on a worker.",
  },
  serviceName: {
    what: "a serviceName that differs from the key",
    fix: "Remove serviceName: the key in services is the name.",
  },
};

/**
 * Findings for one service.
 *
 * @param remainder - the sparse service that the annotation takes
 */
export function serviceFindings(
  service: V1alpha1Service,
  remainder: V1alpha1Service,
  path: FieldPath,
  course: Course,
): readonly Finding[] {
  const kept = Object.keys(remainder) as (keyof V1alpha1Service)[];
  const losses = kept.flatMap((field) => {
    const loss = alphaOnly[field];
    return loss === undefined ? [] : [lossFinding(course, { ...loss, path: [...path, field] })];
  });
  const spelled = kept.filter((field) => alphaOnly[field] === undefined);
  return [
    ...losses,
    ...cacheFindings(service, path, course),
    ...resourceFindings(service, path, course.object),
    ...typeFindings(service, path, course.object),
    ...podFindings(service, path, course.object),
    ...(spelled.length === 0 ? [] : spellingFindings(course, path, spelled.join(", "))),
  ];
}

function cacheFindings(
  service: V1alpha1Service,
  path: FieldPath,
  course: Course,
): readonly Finding[] {
  return surplusCaches(service.volumeMounts).map((mount) =>
    lossFinding(course, {
      path: [...path, "volumeMounts", (service.volumeMounts ?? []).indexOf(mount)],
      what: `compilation cache ${mount.name} beside another one`,
      fix: "Flag one mount as compilation cache.",
    }),
  );
}

function resourceFindings(
  service: V1alpha1Service,
  path: FieldPath,
  object: string,
): readonly Finding[] {
  return (["requests", "limits"] as const).flatMap((side) =>
    unparsable(service.resources?.[side]).map((amount) =>
      finding(
        "DYN-CNV-004",
        { object, path: [...path, "resources", side, ...amount.path] },
        `${JSON.stringify(amount.value)} is not a quantity, so v1beta1 has no such amount`,
        "Write a Kubernetes quantity, such as 500m, 16Gi or 8.",
      ),
    ),
  );
}

function typeFindings(
  service: V1alpha1Service,
  path: FieldPath,
  object: string,
): readonly Finding[] {
  const { componentType = "", failover } = service;
  const at = { object, path: [...path, "componentType"] };
  const findings: Finding[] = [];
  if (componentType !== "" && !componentTypes.some((type) => type === componentType))
    findings.push(
      finding(
        "DYN-CNV-005",
        at,
        `componentType ${JSON.stringify(componentType)} is none of v1beta1's ${componentTypes.join(", ")}`,
        "Use one of v1beta1's types, or none.",
      ),
    );
  if (!isWorkerRole(service) && (componentType === "prefill" || componentType === "decode"))
    findings.push(
      finding(
        "DYN-CNV-007",
        at,
        `componentType ${componentType} comes back as worker with subComponentType ${componentType}`,
        `Write componentType worker and subComponentType ${componentType}.`,
      ),
    );
  if (failover?.enabled === true && (failover.numShadows ?? 1) > 1)
    findings.push(
      finding(
        "DYN-CNV-006",
        { object, path: [...path, "failover", "numShadows"] },
        `numShadows is ${failover.numShadows}, v1beta1 admits 1`,
        "Set numShadows to 1, or stay with v1alpha1.",
      ),
    );
  return findings;
}

function podFindings(
  service: V1alpha1Service,
  path: FieldPath,
  object: string,
): readonly Finding[] {
  const containers = service.extraPodSpec?.containers ?? [];
  const at = (name: string) => ({
    object,
    path: [
      ...path,
      "extraPodSpec",
      "containers",
      containers.findIndex((container) => container.name === name),
    ],
  });
  const findings: Finding[] = [];
  if (containers.some((container) => container.name === mainName))
    findings.push(
      finding(
        "DYN-CNV-008",
        at(mainName),
        `container ${mainName} is ignored: the main container is extraPodSpec.mainContainer`,
        "Move its fields to extraPodSpec.mainContainer.",
      ),
    );
  if (sidecarConflicts(service))
    findings.push(
      finding(
        "DYN-CNV-009",
        at(sidecarName),
        `container ${sidecarName} overrules frontendSidecar, whose image is ${service.frontendSidecar?.image}`,
        `Rename the container, or remove frontendSidecar.`,
      ),
    );
  return findings;
}
