// SPDX-License-Identifier: Apache-2.0
/** @module What is lost of a v1alpha1 service in v1beta1, and what the findings say of it. */
import type { V1alpha1Service } from "@dynamo-iac/constructs/api";
import { describe, expect, it } from "vitest";
import { graphToV1beta1 } from "../../../../packages/constructs/src/api/convert/index.js";

function converted(service: V1alpha1Service) {
  const { object, findings } = graphToV1beta1({
    apiVersion: "nvidia.com/v1alpha1",
    kind: "DynamoGraphDeployment",
    metadata: { name: "g" },
    spec: { services: { X: service } },
  });
  const [component] = object.spec.components ?? [];
  return { component, findings };
}

/** The pod template whose main container has these fields and nothing else. */
function template(main: object, ...sidecars: object[]) {
  return { spec: { containers: [{ name: "main", ...main }, ...sidecars] } };
}

describe("what v1beta1 cannot say of a service", () => {
  const annotation = "only annotation nvidia.com/dgd-spec keeps it";
  const cases: readonly (readonly [string, V1alpha1Service, string, readonly string[], string])[] =
    [
      [
        "ingress",
        { ingress: { enabled: true, host: "x" } },
        "DYN-CNV-001",
        ["ingress"],
        `v1beta1 has no field for the ingress; ${annotation}`,
      ],
      [
        "annotations",
        { annotations: { a: "1" } },
        "DYN-CNV-001",
        ["annotations"],
        `v1beta1 has no field for the service's own annotations; ${annotation}`,
      ],
      [
        "autoscaling",
        { autoscaling: { enabled: true } },
        "DYN-CNV-001",
        ["autoscaling"],
        `v1beta1 has no field for the autoscaling; ${annotation}`,
      ],
      [
        "serviceName",
        { serviceName: "Y" },
        "DYN-CNV-001",
        ["serviceName"],
        `v1beta1 has no field for a serviceName that differs from the key; ${annotation}`,
      ],
      [
        "unknown amount",
        { resources: { limits: { memory: "16 Gi" } } },
        "DYN-CNV-004",
        ["resources", "limits", "memory"],
        '"16 Gi" is not a quantity, so v1beta1 has no such amount',
      ],
      [
        "unknown custom amount",
        { resources: { requests: { custom: { "a/b": "x" } } } },
        "DYN-CNV-004",
        ["resources", "requests", "custom", "a/b"],
        '"x" is not a quantity, so v1beta1 has no such amount',
      ],
      [
        "type outside of the enumeration",
        { componentType: "main" },
        "DYN-CNV-005",
        ["componentType"],
        `componentType "main" is none of v1beta1's frontend, worker, prefill, decode, planner, epp`,
      ],
      [
        "shadows",
        { failover: { enabled: true, numShadows: 2 } },
        "DYN-CNV-006",
        ["failover", "numShadows"],
        "numShadows is 2, v1beta1 admits 1",
      ],
      [
        "componentType prefill",
        { componentType: "prefill" },
        "DYN-CNV-007",
        ["componentType"],
        "componentType prefill comes back as worker with subComponentType prefill",
      ],
    ];

  it.each(cases)("%s", (_name, service, code, path, message) => {
    const { findings } = converted(service);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      code,
      object: "DynamoGraphDeployment/g",
      path: ["spec", "services", "X", ...path],
      message,
    });
  });

  it("drops the amount that is no quantity, and keeps the others", () => {
    const { component } = converted({ resources: { limits: { memory: "16 Gi", gpu: "1" } } });
    expect(component?.podTemplate).toStrictEqual(
      template({ resources: { limits: { "nvidia.com/gpu": "1" } } }),
    );
  });

  it("copies a type and a number that v1beta1 refuses, as the operator does", () => {
    const { component } = converted({
      componentType: "main",
      failover: { enabled: true, numShadows: 2 },
    });
    expect(component).toStrictEqual({
      name: "X",
      type: "main",
      experimental: { failover: { numShadows: 2 } },
    });
  });

  it("ignores a container called main, and a frontendSidecar whose name is taken", () => {
    const { component, findings } = converted({
      extraPodSpec: {
        containers: [
          { name: "main", image: "no" },
          { name: "sidecar-frontend", image: "own" },
        ],
      },
      frontendSidecar: { image: "f:1.4.0" },
    });
    expect(component?.podTemplate).toStrictEqual(
      template({}, { name: "sidecar-frontend", image: "own" }),
    );
    expect(findings.map((found) => [found.code, found.path.slice(3)])).toStrictEqual([
      ["DYN-CNV-008", ["extraPodSpec", "containers", 0]],
      ["DYN-CNV-009", ["extraPodSpec", "containers", 1]],
    ]);
  });

  it("reports each surplus compilation cache", () => {
    const cache = (name: string) => ({ name, mountPoint: `/${name}`, useAsCompilationCache: true });
    const { component, findings } = converted({ volumeMounts: [cache("a"), cache("b")] });
    expect(component).toStrictEqual({
      name: "X",
      compilationCache: { pvcName: "a", mountPath: "/a" },
    });
    expect(findings.map((found) => [found.code, found.path.slice(3)])).toStrictEqual([
      ["DYN-CNV-001", ["volumeMounts", 1]],
    ]);
  });
});
