// SPDX-License-Identifier: Apache-2.0
/** @module Each field of a v1alpha1 service, and what it is in a v1beta1 component. */
import type { Component, V1alpha1Service } from "@dynamo-iac/constructs/api";
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
  const annotation = object.metadata.annotations?.["nvidia.com/dgd-spec"];
  const saved: unknown = annotation === undefined ? undefined : JSON.parse(annotation);
  return { component, saved, findings };
}

/** The pod template whose main container has these fields and nothing else. */
function template(main: object, ...sidecars: object[]) {
  return { spec: { containers: [{ name: "main", ...main }, ...sidecars] } };
}

/** A service, the component that it becomes, and whether the annotation is needed. */
const rows: readonly (readonly [string, V1alpha1Service, Omit<Component, "name"> | object])[] = [
  [
    "worker with subComponentType prefill",
    { componentType: "worker", subComponentType: "prefill" },
    { type: "prefill" },
  ],
  [
    "worker with subComponentType decode",
    { componentType: "worker", subComponentType: "decode" },
    { type: "decode" },
  ],
  ["componentType", { componentType: "frontend" }, { type: "frontend" }],
  [
    "fields of the same name",
    {
      replicas: 0,
      minAvailable: 1,
      globalDynamoNamespace: true,
      runtimeVersionOverride: "1.4.0",
      multinode: { nodeCount: 4 },
      modelRef: { name: "Qwen/Qwen3-0.6B", revision: "main" },
      topologyConstraint: { packDomain: "rack" },
      eppConfig: { configMapRef: { name: "epp", key: "config" } },
    },
    {
      replicas: 0,
      minAvailable: 1,
      globalDynamoNamespace: true,
      runtimeVersionOverride: "1.4.0",
      multinode: { nodeCount: 4 },
      modelRef: { name: "Qwen/Qwen3-0.6B", revision: "main" },
      topologyConstraint: { packDomain: "rack" },
      eppConfig: { configMapRef: { name: "epp", key: "config" } },
    },
  ],
  [
    "resources",
    {
      resources: {
        limits: { cpu: "8", memory: "64Gi", gpu: "2", custom: { "vpc.amazonaws.com/efa": "4" } },
        requests: { memory: "32Gi" },
        claims: [{ name: "gpus" }],
      },
    },
    {
      podTemplate: template({
        resources: {
          limits: {
            cpu: "8",
            memory: "64Gi",
            "nvidia.com/gpu": "2",
            "vpc.amazonaws.com/efa": "4",
          },
          requests: { memory: "32Gi" },
          claims: [{ name: "gpus" }],
        },
      }),
    },
  ],
  [
    "envs",
    { envs: [{ name: "A", value: "1" }] },
    { podTemplate: template({ env: [{ name: "A", value: "1" }] }) },
  ],
  [
    "probes",
    {
      livenessProbe: { httpGet: { path: "/live", port: 9090 } },
      readinessProbe: { exec: { command: ["true"] } },
    },
    {
      podTemplate: template({
        livenessProbe: { httpGet: { path: "/live", port: 9090 } },
        readinessProbe: { exec: { command: ["true"] } },
      }),
    },
  ],
  [
    "volume mounts",
    { volumeMounts: [{ name: "models", mountPoint: "/models" }] },
    { podTemplate: template({ volumeMounts: [{ name: "models", mountPath: "/models" }] }) },
  ],
  [
    "a compilation cache alone, which makes no pod template",
    { volumeMounts: [{ name: "cache", mountPoint: "/cache", useAsCompilationCache: true }] },
    { compilationCache: { pvcName: "cache", mountPath: "/cache" } },
  ],
  [
    "a compilation cache beside a mount, which is mounted as well",
    {
      volumeMounts: [
        { name: "models", mountPoint: "/models" },
        { name: "cache", useAsCompilationCache: true },
      ],
    },
    {
      compilationCache: { pvcName: "cache" },
      podTemplate: template({
        volumeMounts: [
          { name: "models", mountPath: "/models" },
          { name: "cache", mountPath: "" },
        ],
      }),
    },
  ],
  ["sharedMemory size", { sharedMemory: { size: "16Gi" } }, { sharedMemorySize: "16Gi" }],
  ["sharedMemory disabled", { sharedMemory: { disabled: true } }, { sharedMemorySize: "0" }],
  [
    "extraPodSpec and extraPodMetadata",
    {
      extraPodMetadata: { labels: { a: "1" }, annotations: { b: "2" } },
      extraPodSpec: {
        nodeSelector: { gpu: "h100" },
        containers: [{ name: "logger", image: "logger:1" }],
        mainContainer: { image: "worker:1.4.0", command: ["python3"], args: ["-m", "x"] },
      },
    },
    {
      podTemplate: {
        metadata: { labels: { a: "1" }, annotations: { b: "2" } },
        spec: {
          nodeSelector: { gpu: "h100" },
          containers: [
            { name: "main", image: "worker:1.4.0", command: ["python3"], args: ["-m", "x"] },
            { name: "logger", image: "logger:1" },
          ],
        },
      },
    },
  ],
  [
    "startupProbe under mainContainer",
    { extraPodSpec: { mainContainer: { startupProbe: { tcpSocket: { port: 1 } } } } },
    { podTemplate: template({ startupProbe: { tcpSocket: { port: 1 } } }) },
  ],
  ["scalingAdapter", { scalingAdapter: { enabled: true } }, { scalingAdapter: {} }],
  [
    "GPU memory service, failover and a checkpoint",
    {
      gpuMemoryService: { enabled: true, mode: "interPod", deviceClassName: "gpu.nvidia.com" },
      failover: { enabled: true, mode: "intraPod", numShadows: 1 },
      checkpoint: { enabled: false, checkpointRef: "warm" },
    },
    {
      experimental: {
        gpuMemoryService: { mode: "InterPod", deviceClassName: "gpu.nvidia.com" },
        failover: { mode: "IntraPod", numShadows: 1 },
        checkpoint: { enabled: false, checkpointRef: "warm" },
      },
    },
  ],
];

describe("a v1alpha1 service in v1beta1", () => {
  it.each(rows)("%s: native, without annotation or finding", (_name, service, component) => {
    expect(converted(service)).toStrictEqual({
      component: { name: "X", ...component },
      saved: undefined,
      findings: [],
    });
  });

  it("envFromSecret becomes envFrom; the annotation remembers the field", () => {
    const { component, saved, findings } = converted({ envFromSecret: "hf-token-secret" });
    expect(component?.podTemplate).toStrictEqual(
      template({ envFrom: [{ secretRef: { name: "hf-token-secret" } }] }),
    );
    expect(saved).toStrictEqual({
      version: 1,
      spec: { services: { X: { envFromSecret: "hf-token-secret" } } },
    });
    expect(findings).toStrictEqual([]);
  });

  it("frontendSidecar becomes the last container and a reference to it", () => {
    const { component, findings } = converted({
      extraPodSpec: { containers: [{ name: "logger" }], mainContainer: { image: "w:1.4.0" } },
      frontendSidecar: {
        image: "f:1.4.0",
        args: ["-m", "dynamo.frontend"],
        envs: [{ name: "A", value: "1" }],
        envFromSecret: "s",
      },
    });
    expect(component).toStrictEqual({
      name: "X",
      frontendSidecar: "sidecar-frontend",
      podTemplate: template(
        { image: "w:1.4.0" },
        { name: "logger" },
        {
          name: "sidecar-frontend",
          image: "f:1.4.0",
          args: ["-m", "dynamo.frontend"],
          env: [{ name: "A", value: "1" }],
          envFrom: [{ secretRef: { name: "s" } }],
        },
      ),
    });
    expect(findings).toStrictEqual([]);
  });

  it("gpuType names the resource that gpu counts", () => {
    const { component } = converted({
      resources: { limits: { gpu: "1", gpuType: "gpu.intel.com/xe" } },
    });
    expect(component?.podTemplate).toStrictEqual(
      template({ resources: { limits: { "gpu.intel.com/xe": "1" } } }),
    );
  });

  it("disabled features are absent", () => {
    const { component, saved } = converted({
      scalingAdapter: { enabled: false },
      gpuMemoryService: { enabled: false },
      failover: { enabled: false },
    });
    expect(component).toStrictEqual({ name: "X" });
    expect(saved).toStrictEqual({
      version: 1,
      spec: {
        services: {
          X: {
            scalingAdapter: { enabled: false },
            gpuMemoryService: { enabled: false },
            failover: { enabled: false },
          },
        },
      },
    });
  });
});

describe("empty values", () => {
  it("are absent in v1beta1", () => {
    const { component, findings } = converted({
      componentType: "",
      serviceName: "",
      subComponentType: "",
      envs: [],
      volumeMounts: [],
      sharedMemory: {},
      resources: { limits: { gpu: "" }, claims: [] },
      extraPodSpec: { containers: [] },
    });
    expect(component).toStrictEqual({ name: "X", podTemplate: template({}) });
    expect(findings).toStrictEqual([]);
  });
});

describe("the main container where both parts of a service describe it", () => {
  const main = (service: V1alpha1Service) =>
    converted(service).component?.podTemplate?.spec?.containers[0];

  it("merges variables by name; mainContainer wins in place", () => {
    const env = main({
      envs: [
        { name: "A", value: "1" },
        { name: "B", value: "1" },
      ],
      extraPodSpec: {
        mainContainer: {
          env: [
            { name: "C", value: "2" },
            { name: "A", value: "2" },
          ],
        },
      },
    })?.env;
    expect(env).toStrictEqual([
      { name: "A", value: "2" },
      { name: "B", value: "1" },
      { name: "C", value: "2" },
    ]);
  });

  it("lists the mounts of mainContainer first", () => {
    const mounts = main({
      volumeMounts: [{ name: "models", mountPoint: "/models" }],
      extraPodSpec: {
        mainContainer: { volumeMounts: [{ name: "config", mountPath: "/config", readOnly: true }] },
      },
    })?.volumeMounts;
    expect(mounts).toStrictEqual([
      { name: "config", mountPath: "/config", readOnly: true },
      { name: "models", mountPath: "/models" },
    ]);
  });

  it("replaces claims as a whole, but only by others", () => {
    const limits = { "nvidia.com/gpu": "1" };
    const claims = (over: object) =>
      main({
        resources: { claims: [{ name: "a" }] },
        extraPodSpec: { mainContainer: { resources: { limits, ...over } } },
      })?.resources?.claims;
    expect(claims({})).toStrictEqual([{ name: "a" }]);
    expect(claims({ claims: [{ name: "b" }] })).toStrictEqual([{ name: "b" }]);
  });

  it("merges resources amount by amount", () => {
    const resources = main({
      resources: { limits: { cpu: "8", gpu: "2" } },
      extraPodSpec: {
        mainContainer: { resources: { limits: { "nvidia.com/gpu": 4 }, requests: { cpu: "1" } } },
      },
    })?.resources;
    expect(resources).toStrictEqual({
      limits: { cpu: "8", "nvidia.com/gpu": 4 },
      requests: { cpu: "1" },
    });
  });

  it("replaces envFrom as a whole", () => {
    const envFrom = main({
      envFromSecret: "a",
      extraPodSpec: { mainContainer: { envFrom: [{ secretRef: { name: "b" } }] } },
    })?.envFrom;
    expect(envFrom).toStrictEqual([{ secretRef: { name: "b" } }]);
  });

  it("merges probes field by field; a port number does not override a port name", () => {
    const probe = main({
      livenessProbe: { httpGet: { path: "/live", port: "system" }, periodSeconds: 5 },
      readinessProbe: { httpGet: { path: "/health", port: 9090 }, timeoutSeconds: 4 },
      extraPodSpec: {
        mainContainer: {
          livenessProbe: { httpGet: { path: "/alive", port: 8000 }, failureThreshold: 3 },
          readinessProbe: { httpGet: { port: "http" }, timeoutSeconds: 0 },
        },
      },
    });
    expect(probe?.livenessProbe).toStrictEqual({
      httpGet: { path: "/alive", port: "system" },
      periodSeconds: 5,
      failureThreshold: 3,
    });
    expect(probe?.readinessProbe).toStrictEqual({
      httpGet: { path: "/health", port: "http" },
      timeoutSeconds: 4,
    });
  });
});
