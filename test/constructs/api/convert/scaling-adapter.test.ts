// SPDX-License-Identifier: Apache-2.0
/** @module DynamoGraphDeploymentScalingAdapter between the versions, and conversion by kind. */
import type {
  DynamoGraphDeploymentScalingAdapter,
  V1alpha1ScalingAdapter,
} from "@dynamo-iac/constructs/api";
import { describe, expect, it } from "vitest";
import {
  scalingAdapterToV1alpha1,
  scalingAdapterToV1beta1,
  toV1alpha1,
  toV1beta1,
} from "../../../../packages/constructs/src/api/convert/index.js";

const older: V1alpha1ScalingAdapter = {
  apiVersion: "nvidia.com/v1alpha1",
  kind: "DynamoGraphDeploymentScalingAdapter",
  metadata: { name: "g-worker", annotations: { own: "1" } },
  spec: { replicas: 3, dgdRef: { name: "g", serviceName: "Worker" } },
  status: { replicas: 2, selector: "a=b", lastScaleTime: "2026-08-14T10:00:00Z" },
};

const newer: DynamoGraphDeploymentScalingAdapter = {
  ...older,
  apiVersion: "nvidia.com/v1beta1",
  spec: { replicas: 3, dgdRef: { name: "g", componentName: "Worker" } },
  status: { replicas: 2, selector: "a=b", lastScaleTime: "2026-08-14T10:00:00Z" },
};

describe("a scaling adapter", () => {
  it("names a component in v1beta1 and a service in v1alpha1", () => {
    expect(scalingAdapterToV1beta1(older)).toStrictEqual({ object: newer, findings: [] });
    expect(scalingAdapterToV1alpha1(newer)).toStrictEqual({ object: older, findings: [] });
  });

  it("has a replica count in every v1beta1 status", () => {
    const { object } = scalingAdapterToV1beta1({ ...older, status: { selector: "a=b" } });
    expect(object.status).toStrictEqual({ replicas: 0, selector: "a=b" });
  });
});

describe("conversion by kind", () => {
  const metadata = { name: "x" };
  const alphas = [
    { kind: "DynamoGraphDeployment", spec: { services: { A: { componentType: "frontend" } } } },
    { kind: "DynamoComponentDeployment", spec: { serviceName: "A", componentType: "frontend" } },
    {
      kind: "DynamoGraphDeploymentRequest",
      spec: {
        model: "m",
        backend: "vllm",
        autoApply: true,
        profilingConfig: { profilerImage: "i" },
      },
    },
  ].map((object) => ({ apiVersion: "nvidia.com/v1alpha1", metadata, ...object }));
  const betas = [
    { kind: "DynamoGraphDeployment", spec: { components: [{ name: "A", type: "frontend" }] } },
    { kind: "DynamoComponentDeployment", spec: { name: "A", type: "frontend" } },
    {
      kind: "DynamoGraphDeploymentRequest",
      spec: { model: "m", backend: "vllm", autoApply: true, image: "i" },
    },
  ].map((object) => ({ apiVersion: "nvidia.com/v1beta1", metadata, ...object }));

  it("knows four kinds", () => {
    expect([...alphas, older].map((object) => toV1beta1(object))).toStrictEqual(
      [...betas, newer].map((object) => ({ object, findings: [] })),
    );
    expect([...betas, newer].map((object) => toV1alpha1(object))).toStrictEqual(
      [...alphas, older].map((object) => ({ object, findings: [] })),
    );
  });

  it.each([
    { apiVersion: "nvidia.com/v1alpha1", kind: "DynamoModel" },
    { apiVersion: "v1", kind: "Service" },
    { apiVersion: "example.com/v1alpha1", kind: "DynamoGraphDeployment" },
  ])("hands back $kind of $apiVersion as it is", (object) => {
    expect(toV1beta1(object).object).toBe(object);
    expect(toV1alpha1(object).object).toBe(object);
  });

  it("hands back what is in the wanted version already", () => {
    expect(toV1beta1(newer).object).toBe(newer);
    expect(toV1alpha1(older).object).toBe(older);
  });

  it("passes options on", () => {
    const graph = {
      apiVersion: "nvidia.com/v1alpha1",
      kind: "DynamoGraphDeployment",
      metadata,
      spec: { pvcs: [{ name: "models" }] },
    };
    expect(toV1beta1(graph, { carriers: false })).toMatchObject({
      object: { metadata },
      findings: [{ code: "DYN-CNV-002" }],
    });
  });
});
