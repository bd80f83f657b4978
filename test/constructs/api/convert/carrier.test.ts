// SPDX-License-Identifier: Apache-2.0
/** @module The annotations of the conversion: what the operator wrote is read, and live fields win over it. */
import type {
  Component,
  DynamoGraphDeployment,
  V1alpha1GraphDeployment,
  V1alpha1Service,
} from "@dynamo-iac/constructs/api";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import {
  graphToV1alpha1,
  graphToV1beta1,
  requestToV1alpha1,
  requestToV1beta1,
} from "../../../../packages/constructs/src/api/convert/index.js";
import { arbitraryAlphaGraph, arbitraryGraph } from "../../../support/graphs.js";

// Properties take long on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const key = "nvidia.com/dgd-spec";

function beta(component: Component, saved?: unknown): DynamoGraphDeployment {
  return {
    apiVersion: "nvidia.com/v1beta1",
    kind: "DynamoGraphDeployment",
    metadata: { name: "g", ...(saved !== undefined && { annotations: annotated(saved) }) },
    spec: { components: [component] },
  };
}

function alpha(service: V1alpha1Service, saved?: unknown): V1alpha1GraphDeployment {
  return {
    apiVersion: "nvidia.com/v1alpha1",
    kind: "DynamoGraphDeployment",
    metadata: { name: "g", ...(saved !== undefined && { annotations: annotated(saved) }) },
    spec: { services: { X: service } },
  };
}

function annotated(saved: unknown): Record<string, string> {
  return { [key]: typeof saved === "string" ? saved : JSON.stringify(saved) };
}

describe("an annotation that the operator wrote", () => {
  it("is read with Go's empty values in it", () => {
    const saved = {
      version: 1,
      spec: {
        components: [
          {
            name: "X",
            podTemplate: {
              metadata: { name: "kept", creationTimestamp: null },
              spec: {
                containers: [
                  { name: "side", resources: {} },
                  { name: "main", resources: {} },
                ],
              },
            },
          },
        ],
      },
    };
    const service = {
      extraPodSpec: { containers: [{ name: "side", image: "s" }], mainContainer: { image: "m" } },
    };
    const { object } = graphToV1beta1(alpha(service, saved));
    expect(object).toStrictEqual(
      beta({
        name: "X",
        podTemplate: {
          metadata: { name: "kept" },
          spec: {
            containers: [
              { name: "side", image: "s" },
              { name: "main", image: "m" },
            ],
          },
        },
      }),
    );
  });

  it("gives back resources that the operator spelled in its own way", () => {
    const saved = {
      version: 1,
      spec: {
        services: {
          X: {
            resources: { limits: { memory: "1024Mi" } },
            extraPodSpec: { mainContainer: { name: "", resources: {} } },
          },
        },
      },
    };
    const main = { name: "main", image: "m", resources: { limits: { memory: "1Gi" } } };
    const component = { name: "X", podTemplate: { spec: { containers: [main] } } };
    const { object } = graphToV1alpha1(beta(component, saved));
    expect(object).toStrictEqual(
      alpha({
        resources: { limits: { memory: "1024Mi" } },
        extraPodSpec: { mainContainer: { image: "m" } },
      }),
    );
  });

  it("is read without an envelope, too", () => {
    const { object } = graphToV1alpha1(
      beta({ name: "X" }, { services: { X: { labels: { a: "1" } } } }),
    );
    expect(object).toStrictEqual(alpha({ labels: { a: "1" } }));
  });
});

describe("an annotation that cannot be read", () => {
  it.each(["{", "[]", "5", '{"spec":{"services":7}}', '{"spec":{"services":{"X":[]}}}'])(
    "%s is dropped with a finding",
    (saved) => {
      const { object, findings } = graphToV1alpha1(beta({ name: "X" }, saved));
      expect(object).toStrictEqual(alpha({}));
      expect(findings).toMatchObject([
        { code: "DYN-CNV-011", path: ["metadata", "annotations", key] },
      ]);
    },
  );

  const junk = fc.oneof(
    fc.json(),
    fc.json().map((spec) => `{"spec":${spec}}`),
    fc
      .tuple(fc.constantFrom("components", "services", "pvcs", "overrides"), fc.json())
      .map(([field, value]) => `{"spec":{"${field}":${value}}}`),
    fc
      .tuple(
        fc.constantFrom("podTemplate", "extraPodSpec", "volumeMounts", "resources", "envs"),
        fc.json(),
      )
      .map(([field, value]) => {
        const item = `{"name":"X","${field}":${value}}`;
        return `{"spec":{"components":[${item}],"services":{"X":${item}}}}`;
      }),
  );

  it("never breaks the conversion", () => {
    fc.assert(
      fc.property(arbitraryGraph(), arbitraryAlphaGraph(), junk, junk, (newer, older, a, b) => {
        const annotations = {
          [key]: a,
          "nvidia.com/dgd-status": b,
          "nvidia.com/dgdr-spec": a,
          "nvidia.com/dgdr-status": b,
        };
        const [component] = newer.spec.components ?? [];
        const [service] = Object.values(older.spec.services ?? {});
        const components = [{ ...component, name: "X" }];
        const metadata = { name: "g", annotations };
        graphToV1alpha1({ ...newer, metadata, spec: { components } });
        graphToV1beta1({ ...older, metadata, spec: { services: { X: service ?? {} } } });
        requestToV1alpha1({
          apiVersion: "nvidia.com/v1beta1",
          kind: "DynamoGraphDeploymentRequest",
          metadata,
          spec: { model: "m" },
          status: { phase: "Ready", dgdName: "d" },
        });
        requestToV1beta1({
          apiVersion: "nvidia.com/v1alpha1",
          kind: "DynamoGraphDeploymentRequest",
          metadata,
          spec: { model: "m", backend: "vllm", profilingConfig: { profilerImage: "i" } },
          status: { state: "Ready" },
        });
      }),
      { numRuns: 200 },
    );
  });
});

describe("other annotations", () => {
  it("stay, and an empty map goes with the last of ours", () => {
    const graph = beta({ name: "X" }, { spec: {} });
    const { object } = graphToV1alpha1({
      ...graph,
      metadata: { ...graph.metadata, annotations: { ...graph.metadata.annotations, own: "1" } },
    });
    expect(object.metadata).toStrictEqual({ name: "g", annotations: { own: "1" } });
    expect(graphToV1alpha1(graph).object.metadata).toStrictEqual({ name: "g" });
  });
});
