// SPDX-License-Identifier: Apache-2.0
/** @module Graphs as a whole: names of fields, order of components, and what belongs to no component. */
import type { DynamoGraphDeployment, V1alpha1GraphDeployment } from "@dynamo-iac/constructs/api";
import { describe, expect, it } from "vitest";
import {
  graphToV1alpha1,
  graphToV1beta1,
} from "../../../../packages/constructs/src/api/convert/index.js";

const metadata = { name: "g", namespace: "ns" };

function alpha(
  spec: V1alpha1GraphDeployment["spec"],
  status?: V1alpha1GraphDeployment["status"],
): V1alpha1GraphDeployment {
  return {
    apiVersion: "nvidia.com/v1alpha1",
    kind: "DynamoGraphDeployment",
    metadata,
    spec,
    ...(status && { status }),
  };
}

function beta(
  spec: DynamoGraphDeployment["spec"],
  status?: DynamoGraphDeployment["status"],
): DynamoGraphDeployment {
  return {
    apiVersion: "nvidia.com/v1beta1",
    kind: "DynamoGraphDeployment",
    metadata,
    spec,
    ...(status && { status }),
  };
}

const same = {
  annotations: { a: "1" },
  labels: { b: "2" },
  priorityClassName: "high",
  backendFramework: "vllm",
  restart: { id: "1", strategy: { type: "Parallel" } },
  experimental: { kvTransferPolicy: { labelKey: "topology.kubernetes.io/zone", domain: "zone" } },
} as const;

describe("the fields of a graph", () => {
  const older = alpha({
    ...same,
    envs: [{ name: "A", value: "1" }],
    topologyConstraint: { topologyProfile: "rack-tree", packDomain: "rack" },
    services: { b: { componentType: "worker" }, a: { componentType: "frontend" } },
  });
  const newer = beta({
    ...same,
    env: [{ name: "A", value: "1" }],
    topologyConstraint: { clusterTopologyName: "rack-tree", packDomain: "rack" },
    components: [
      { name: "a", type: "frontend" },
      { name: "b", type: "worker" },
    ],
  });

  it("are these in v1beta1, components by name", () => {
    expect(graphToV1beta1(older)).toStrictEqual({ object: newer, findings: [] });
  });

  it("are these in v1alpha1", () => {
    expect(graphToV1alpha1(newer)).toStrictEqual({ object: older, findings: [] });
  });
});

describe("the status of a graph", () => {
  const counters = { componentKind: "Deployment", replicas: 1, updatedReplicas: 1 } as const;

  it("has other names in v1beta1", () => {
    const { object } = graphToV1beta1(
      alpha(
        { services: {} },
        {
          state: "successful",
          services: { a: { ...counters, componentName: "g-a", componentNames: ["g-a"] } },
          rollingUpdate: { phase: "InProgress", updatedServices: ["a"] },
        },
      ),
    );
    expect(object).toStrictEqual(
      beta(
        { components: [] },
        {
          state: "successful",
          components: { a: { ...counters, componentNames: ["g-a"] } },
          rollingUpdate: { phase: "InProgress", updatedComponents: ["a"] },
        },
      ),
    );
  });

  it("gets componentName back: the last of the names, or what the annotation keeps", () => {
    const services = {
      plain: { ...counters, componentName: "b", componentNames: ["a", "b"] },
      odd: { ...counters, componentName: "x", componentNames: ["a", "b"] },
      alone: { ...counters, componentName: "y" },
    };
    const older = alpha({ services: {} }, { state: "pending", services });
    const { object } = graphToV1beta1(older);
    expect(JSON.parse(object.metadata.annotations?.["nvidia.com/dgd-status"] ?? "")).toStrictEqual({
      services: {
        odd: { componentName: "x", componentNames: ["a", "b"] },
        alone: { componentName: "y" },
      },
    });
    expect(object.status?.components?.alone?.componentNames).toStrictEqual(["y"]);
    expect(graphToV1alpha1(object).object.status).toStrictEqual(older.status);
  });
});

describe("what v1beta1 cannot say of a graph", () => {
  const older = alpha({
    pvcs: [
      {
        name: "models",
        create: true,
        size: "1Ti",
        storageClass: "fast",
        volumeAccessMode: "ReadWriteMany",
      },
    ],
    services: { A: { componentType: "frontend" }, Empty: null as never },
  });

  it("stays in the annotation: volume claims and keys without a service", () => {
    const { object, findings } = graphToV1beta1(older);
    expect(object.spec).toStrictEqual({ components: [{ name: "A", type: "frontend" }] });
    expect(JSON.parse(object.metadata.annotations?.["nvidia.com/dgd-spec"] ?? "")).toStrictEqual({
      version: 1,
      spec: { pvcs: older.spec.pvcs, services: { Empty: null } },
    });
    expect(findings.map((found) => [found.code, found.path])).toStrictEqual([
      ["DYN-CNV-001", ["spec", "services", "Empty"]],
      ["DYN-CNV-001", ["spec", "pvcs"]],
    ]);
    expect(findings[1]).toMatchObject({
      message:
        "v1beta1 has no field for the list of volume claims (models); only annotation nvidia.com/dgd-spec keeps it",
      fix: "Render PersistentVolumeClaims beside the graph and mount them by name.",
    });
    expect(graphToV1alpha1(object).object.spec).toStrictEqual(older.spec);
  });

  it("is left out without annotations", () => {
    const { object, findings } = graphToV1beta1(older, { carriers: false });
    expect(object.metadata).toStrictEqual(metadata);
    expect(findings.map((found) => found.code)).toStrictEqual(["DYN-CNV-002", "DYN-CNV-002"]);
  });
});

describe("the order of components", () => {
  const newer = beta({ components: [{ name: "b" }, { name: "a" }] });

  it("returns from the annotation", () => {
    const { object } = graphToV1alpha1(newer);
    expect(Object.keys(object.spec.services ?? {})).toStrictEqual(["b", "a"]);
    expect(JSON.parse(object.metadata.annotations?.["nvidia.com/dgd-spec"] ?? "")).toStrictEqual({
      version: 1,
      spec: { components: [{ name: "b" }, { name: "a" }] },
    });
    expect(graphToV1beta1(object).object).toStrictEqual(newer);
  });

  it("takes new services at the end, by name", () => {
    const { object } = graphToV1alpha1(newer);
    const services = { ...object.spec.services, d: {}, c: {} };
    const { object: back } = graphToV1beta1({ ...object, spec: { services } });
    expect(back.spec.components?.map(({ name }) => name)).toStrictEqual(["b", "a", "c", "d"]);
  });

  it("is forgotten without annotations, with a finding", () => {
    const { findings } = graphToV1alpha1(newer, { carriers: false });
    expect(findings.map((found) => [found.code, found.severity])).toStrictEqual([
      ["DYN-CNV-003", "info"],
    ]);
  });
});

describe("two components of one name", () => {
  it("are reported; the first one stays", () => {
    const { object, findings } = graphToV1alpha1(
      beta({
        components: [
          { name: "a", replicas: 1 },
          { name: "a", replicas: 2 },
        ],
      }),
    );
    expect(object.spec.services).toStrictEqual({ a: { replicas: 1 } });
    expect(findings).toMatchObject([
      { code: "DYN-CNV-010", severity: "error", path: ["spec", "components", 1, "name"] },
    ]);
  });
});

describe("names that every object inherits", () => {
  it("are components like others", () => {
    const newer = beta({ components: [{ name: "constructor" }, { name: "toString" }] });
    const { object } = graphToV1alpha1(newer);
    expect(Object.keys(object.spec.services ?? {})).toStrictEqual(["constructor", "toString"]);
    expect(graphToV1beta1(object).object.spec.components).toHaveLength(2);
  });
});
