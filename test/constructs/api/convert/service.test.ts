// SPDX-License-Identifier: Apache-2.0
/** @module Each field of a v1beta1 component, and what it is in a v1alpha1 service. */
import type { Component, Container, V1alpha1Service } from "@dynamo-iac/constructs/api";
import { describe, expect, it } from "vitest";
import { graphToV1alpha1 } from "../../../../packages/constructs/src/api/convert/index.js";

function converted(component: Omit<Component, "name">) {
  const { object, findings } = graphToV1alpha1({
    apiVersion: "nvidia.com/v1beta1",
    kind: "DynamoGraphDeployment",
    metadata: { name: "g" },
    spec: { components: [{ name: "X", ...component }] },
  });
  const annotation = object.metadata.annotations?.["nvidia.com/dgd-spec"];
  const saved: unknown = annotation === undefined ? undefined : JSON.parse(annotation);
  return { service: object.spec.services?.X, saved, findings };
}

function withMain(main: Omit<Container, "name">): Omit<Component, "name"> {
  return { podTemplate: { spec: { containers: [{ name: "main", ...main }] } } };
}

/** The annotation that only says that the graph was written in v1beta1. */
const marker = { version: 1, spec: { components: [{ name: "X" }] } };

const rows: readonly (readonly [string, Omit<Component, "name">, V1alpha1Service])[] = [
  ["type prefill", { type: "prefill" }, { componentType: "worker", subComponentType: "prefill" }],
  ["type decode", { type: "decode" }, { componentType: "worker", subComponentType: "decode" }],
  ["type planner", { type: "planner" }, { componentType: "planner" }],
  ["sharedMemorySize", { sharedMemorySize: "16Gi" }, { sharedMemory: { size: "16Gi" } }],
  ["sharedMemorySize 0", { sharedMemorySize: "0" }, { sharedMemory: { disabled: true } }],
  ["scalingAdapter", { scalingAdapter: {} }, { scalingAdapter: { enabled: true } }],
  [
    "compilationCache",
    { compilationCache: { pvcName: "cache", mountPath: "/cache" } },
    { volumeMounts: [{ name: "cache", mountPoint: "/cache", useAsCompilationCache: true }] },
  ],
  [
    "experimental",
    {
      experimental: {
        gpuMemoryService: {},
        failover: { mode: "InterPod" },
        checkpoint: { enabled: true, startupPolicy: "WaitForCheckpoint" },
      },
    },
    {
      gpuMemoryService: { enabled: true },
      failover: { enabled: true, mode: "interPod" },
      checkpoint: { enabled: true, startupPolicy: "WaitForCheckpoint" },
    },
  ],
];

const podRows: readonly (readonly [string, Omit<Component, "name">, V1alpha1Service])[] = [
  [
    "resources: numbers become text, nvidia.com/gpu becomes gpu, the rest custom",
    withMain({
      resources: {
        limits: { cpu: 8, "nvidia.com/gpu": 2, "gpu.intel.com/xe": "1" },
        requests: { memory: "32Gi" },
        claims: [{ name: "gpus" }],
      },
    }),
    {
      resources: {
        limits: { cpu: "8", gpu: "2", custom: { "gpu.intel.com/xe": "1" } },
        requests: { memory: "32Gi" },
        claims: [{ name: "gpus" }],
      },
    },
  ],
  [
    "env and probes have fields of their own, the rest goes under mainContainer",
    withMain({
      image: "w:1.4.0",
      command: ["python3"],
      env: [{ name: "A", value: "1" }],
      envFrom: [{ secretRef: { name: "hf-token-secret" } }],
      livenessProbe: { tcpSocket: { port: 1 } },
      readinessProbe: { tcpSocket: { port: 2 } },
      startupProbe: { tcpSocket: { port: 3 } },
    }),
    {
      envs: [{ name: "A", value: "1" }],
      livenessProbe: { tcpSocket: { port: 1 } },
      readinessProbe: { tcpSocket: { port: 2 } },
      extraPodSpec: {
        mainContainer: {
          image: "w:1.4.0",
          command: ["python3"],
          envFrom: [{ secretRef: { name: "hf-token-secret" } }],
          startupProbe: { tcpSocket: { port: 3 } },
        },
      },
    },
  ],
  [
    "metadata, pod and sidecars",
    {
      podTemplate: {
        metadata: { labels: { a: "1" }, annotations: { b: "2" } },
        spec: {
          tolerations: [{ key: "nvidia.com/gpu", operator: "Exists" }],
          containers: [{ name: "main", image: "w:1.4.0" }, { name: "logger" }],
        },
      },
    },
    {
      extraPodMetadata: { labels: { a: "1" }, annotations: { b: "2" } },
      extraPodSpec: {
        tolerations: [{ key: "nvidia.com/gpu", operator: "Exists" }],
        containers: [{ name: "logger" }],
        mainContainer: { image: "w:1.4.0" },
      },
    },
  ],
];

describe("a v1beta1 component in v1alpha1", () => {
  it.each(rows)("%s: native, without annotation", (_name, component, service) => {
    expect(converted(component)).toStrictEqual({ service, saved: undefined, findings: [] });
  });

  it.each(podRows)("%s: native, and only marked as v1beta1", (_name, component, service) => {
    expect(converted(component)).toStrictEqual({ service, saved: marker, findings: [] });
  });

  it("mounts: name and path are native, the rest is kept", () => {
    const { service, saved, findings } = converted(
      withMain({
        volumeMounts: [
          { name: "models", mountPath: "/models", readOnly: true },
          { name: "scratch", mountPath: "/scratch" },
        ],
      }),
    );
    expect(service).toStrictEqual({
      volumeMounts: [
        { name: "models", mountPoint: "/models" },
        { name: "scratch", mountPoint: "/scratch" },
      ],
    });
    expect(saved).toStrictEqual({
      version: 1,
      spec: {
        components: [
          {
            name: "X",
            podTemplate: {
              spec: {
                containers: [
                  {
                    name: "main",
                    volumeMounts: [
                      { name: "models", mountPath: "/models", readOnly: true },
                      { name: "scratch", mountPath: "/scratch" },
                    ],
                  },
                ],
              },
            },
          },
        ],
      },
    });
    expect(findings.map((found) => [found.code, found.path.slice(3), found.message])).toStrictEqual(
      [
        [
          "DYN-CNV-001",
          ["podTemplate", "spec", "containers", 0, "volumeMounts", 0],
          "v1alpha1 has no field for readOnly of mount models at /models; only annotation nvidia.com/dgd-spec keeps it",
        ],
      ],
    );
  });

  it("the frontend container is an ordinary sidecar; its role is kept", () => {
    const { service, saved, findings } = converted({
      frontendSidecar: "front",
      podTemplate: {
        spec: {
          containers: [
            { name: "main", image: "w" },
            { name: "front", image: "f" },
          ],
        },
      },
    });
    expect(service).toStrictEqual({
      extraPodSpec: {
        containers: [{ name: "front", image: "f" }],
        mainContainer: { image: "w" },
      },
    });
    expect(saved).toStrictEqual({
      version: 1,
      spec: {
        components: [
          {
            name: "X",
            frontendSidecar: "front",
            podTemplate: { spec: { containers: [{ name: "front" }] } },
          },
        ],
      },
    });
    expect(findings.map((found) => found.code)).toStrictEqual(["DYN-CNV-001"]);
  });

  it("other metadata of the pod template is kept", () => {
    const { service, saved, findings } = converted({
      podTemplate: { metadata: { name: "n", finalizers: ["x/y"] } },
    });
    expect(service).toStrictEqual({});
    expect(saved).toStrictEqual({
      version: 1,
      spec: {
        components: [{ name: "X", podTemplate: { metadata: { name: "n", finalizers: ["x/y"] } } }],
      },
    });
    expect(findings.map((found) => found.path.at(-1))).toStrictEqual(["name", "finalizers"]);
  });
});
