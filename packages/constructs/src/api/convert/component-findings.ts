// SPDX-License-Identifier: Apache-2.0
/** @module What is lost of a v1beta1 component in v1alpha1. */
import type { FieldPath, Finding } from "../../facts/index.js";
import type { Container } from "../core/container.js";
import type { Component } from "../v1beta1/component.js";
import type { SparseComponent } from "./beta-remainder.js";
import { type Course, type Loss, lossFinding, spellingFindings } from "./loss.js";
import { isBare, mainName } from "./main-container.js";

const stay = "Stay with v1beta1, or do without.";

/**
 * Findings for one component.
 *
 * @param remainder - the sparse component that the annotation takes
 */
export function componentFindings(
  component: Pick<Component, "podTemplate">,
  remainder: SparseComponent,
  path: FieldPath,
  course: Course,
): readonly Finding[] {
  const losses = [
    ...referenceLosses(remainder, path),
    ...metadataLosses(remainder, path),
    ...containerLosses(component, remainder, path),
  ];
  const spelled = remainder.podTemplate !== undefined || remainder.experimental !== undefined;
  return [
    ...losses.map((loss) => lossFinding(course, loss)),
    ...(spelled && losses.length === 0
      ? spellingFindings(course, path, "an empty part or the order of containers")
      : []),
  ];
}

function referenceLosses(remainder: SparseComponent, path: FieldPath): readonly Loss[] {
  const { frontendSidecar } = remainder;
  if (frontendSidecar === undefined) return [];
  return [
    {
      path: [...path, "frontendSidecar"],
      what: `the role of container ${frontendSidecar} as frontend beside the worker`,
      fix: "Name the container sidecar-frontend and give it only image, args, env and one Secret, or stay with v1beta1.",
    },
  ];
}

function metadataLosses(remainder: SparseComponent, path: FieldPath): readonly Loss[] {
  return Object.keys(remainder.podTemplate?.metadata ?? {}).map((field) => ({
    path: [...path, "podTemplate", "metadata", field],
    what: `pod template metadata ${field}`,
    fix: stay,
  }));
}

function containerLosses(
  component: Pick<Component, "podTemplate">,
  remainder: SparseComponent,
  path: FieldPath,
): readonly Loss[] {
  const containers = component.podTemplate?.spec?.containers ?? [];
  const kept = remainder.podTemplate?.spec?.containers ?? [];
  return kept.flatMap((saved) => {
    const index = containers.findIndex((container) => container.name === saved.name);
    const place = [...path, "podTemplate", "spec", "containers", index];
    if (saved.name === mainName) return mountLosses(saved, place);
    if (isBare(saved)) return [];
    const fields = Object.keys(saved).filter((field) => field !== "name");
    return [{ path: place, what: `${fields.join(", ")} of container ${saved.name}`, fix: stay }];
  });
}

function mountLosses(saved: Container, place: FieldPath): readonly Loss[] {
  return (saved.volumeMounts ?? []).flatMap(({ name, mountPath, ...fields }, index) =>
    Object.keys(fields).length === 0
      ? []
      : [
          {
            path: [...place, "volumeMounts", index],
            what: `${Object.keys(fields).join(", ")} of mount ${name} at ${mountPath}`,
            fix: "Move the mount to extraPodSpec.mainContainer.volumeMounts of the converted service.",
          },
        ],
  );
}
