// SPDX-License-Identifier: Apache-2.0
/** @module DynamoComponentDeployment between the versions. */
import type {
  DynamoComponentDeployment,
  V1alpha1ComponentDeployment,
} from "@dynamo-iac/constructs/api";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import {
  componentDeploymentToV1alpha1,
  componentDeploymentToV1beta1,
} from "../../../../packages/constructs/src/api/convert/index.js";
import { arbitraryAlphaGraph, arbitraryGraph } from "../../../support/graphs.js";
import { textOf, withoutCarriers } from "./comparison.js";

// Properties take long on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const key = "nvidia.com/dcd-spec";

function alpha(spec: V1alpha1ComponentDeployment["spec"]): V1alpha1ComponentDeployment {
  return {
    apiVersion: "nvidia.com/v1alpha1",
    kind: "DynamoComponentDeployment",
    metadata: { name: "g-worker" },
    spec,
  };
}

function beta(spec: DynamoComponentDeployment["spec"]): DynamoComponentDeployment {
  return {
    apiVersion: "nvidia.com/v1beta1",
    kind: "DynamoComponentDeployment",
    metadata: { name: "g-worker" },
    spec,
  };
}

describe("a component deployment", () => {
  it("has a name of its own", () => {
    const older = alpha({
      serviceName: "Worker",
      componentType: "worker",
      backendFramework: "vllm",
    });
    const newer = beta({ name: "Worker", type: "worker", backendFramework: "vllm" });
    expect(componentDeploymentToV1beta1(older)).toStrictEqual({ object: newer, findings: [] });
    expect(componentDeploymentToV1alpha1(newer)).toStrictEqual({ object: older, findings: [] });
  });

  it("takes the object's name where v1alpha1 gives none, and gives it back", () => {
    const older = alpha({ componentType: "worker" });
    const { object } = componentDeploymentToV1beta1(older);
    expect(object.spec).toStrictEqual({ name: "g-worker", type: "worker" });
    expect(object.metadata.annotations).toStrictEqual({
      [key]: '{"version":1,"spec":{},"rawJSON":[{"path":"serviceName","nil":true}]}',
    });
    expect(componentDeploymentToV1alpha1(object).object).toStrictEqual(older);
  });

  it("marks a pod template that was made up from fields of v1alpha1", () => {
    const older = alpha({ serviceName: "Worker", envs: [{ name: "A", value: "1" }] });
    const { object } = componentDeploymentToV1beta1(older);
    expect(object.metadata.annotations).toStrictEqual({ [key]: '{"version":1,"spec":{}}' });
    expect(componentDeploymentToV1alpha1(object).object).toStrictEqual(older);
  });

  it("may go without a name in v1beta1", () => {
    const newer = beta({ type: "worker" });
    const { object } = componentDeploymentToV1alpha1(newer);
    expect(object.spec).toStrictEqual({ componentType: "worker" });
    expect(object.metadata.annotations).toStrictEqual({ [key]: '{"version":1,"spec":{}}' });
    expect(componentDeploymentToV1beta1(object).object).toStrictEqual(newer);
  });

  it("keeps the pod selector of v1alpha1 in the status annotation", () => {
    const older: V1alpha1ComponentDeployment = {
      ...alpha({ serviceName: "Worker" }),
      status: {
        conditions: [],
        podSelector: { app: "x" },
        service: {
          componentKind: "Deployment",
          componentName: "a",
          componentNames: ["b"],
          replicas: 1,
          updatedReplicas: 1,
        },
      },
    };
    const { object, findings } = componentDeploymentToV1beta1(older);
    expect(findings).toStrictEqual([]);
    expect(object.status).toStrictEqual({
      component: {
        componentKind: "Deployment",
        componentNames: ["b"],
        replicas: 1,
        updatedReplicas: 1,
      },
    });
    expect(componentDeploymentToV1alpha1(object).object).toStrictEqual(older);
    expect(
      componentDeploymentToV1beta1(older, { carriers: false }).findings.map(({ code, path }) => [
        code,
        path,
      ]),
    ).toStrictEqual([
      ["DYN-CNV-002", ["status", "podSelector"]],
      ["DYN-CNV-003", ["status", "service"]],
    ]);
  });

  it("comes back from v1alpha1 as it was, whatever the component", () => {
    fc.assert(
      fc.property(arbitraryGraph(), fc.boolean(), (graph, named) => {
        const [component] = graph.spec.components ?? [];
        const { name, ...fields } = component ?? { name: "x" };
        const newer = beta(named ? { name, ...fields } : fields);
        const { object } = componentDeploymentToV1alpha1(newer);
        expect(textOf(componentDeploymentToV1beta1(object).object)).toBe(textOf(newer));
      }),
      { numRuns: 150 },
    );
  });

  it("comes back from v1beta1 with its name, whatever the service", () => {
    fc.assert(
      fc.property(arbitraryAlphaGraph(), fc.boolean(), (graph, named) => {
        const [service] = Object.values(graph.spec.services ?? {});
        const { serviceName: _serviceName, ...fields } = service ?? {};
        const older = alpha(named ? { serviceName: "X", ...fields } : fields);
        const { object } = componentDeploymentToV1beta1(older);
        const back = withoutCarriers(componentDeploymentToV1alpha1(object).object);
        expect(back.spec.serviceName).toBe(older.spec.serviceName);
        expect(textOf(back.spec.ingress)).toBe(textOf(older.spec.ingress));
        expect(textOf(back.spec.envs)).toBe(textOf(older.spec.envs));
        expect(textOf(back.spec.resources)).toBe(textOf(older.spec.resources));
      }),
      { numRuns: 150 },
    );
  });
});
