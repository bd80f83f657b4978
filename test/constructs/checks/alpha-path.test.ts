// SPDX-License-Identifier: Apache-2.0
import { type DynamoGraphDeployment, toV1beta1 } from "@dynamo-iac/constructs/api";
import { alphaPath, checkObject } from "@dynamo-iac/constructs/checks";
import { type FieldPath, formatPath } from "@dynamo-iac/constructs/facts";
import { describe, expect, it } from "vitest";

const alpha = {
  apiVersion: "nvidia.com/v1alpha1",
  kind: "DynamoGraphDeployment",
  metadata: { name: "chat", namespace: "inference" },
  spec: {
    envs: [{ name: "DYN_LOG", value: "info" }],
    services: {
      Frontend: {
        componentType: "frontend",
        replicas: 1,
        extraPodSpec: { mainContainer: { image: "registry.example/dynamo-frontend:1.4.0" } },
      },
      Worker: {
        componentType: "worker",
        subComponentType: "prefill",
        replicas: 2,
        envs: [
          { name: "A", value: "1" },
          { name: "B", value: "2" },
        ],
        envFromSecret: "hf-token-secret",
        resources: {
          limits: { gpu: "2", memory: "64Gi", custom: { "vpc.amazonaws.com/efa": "1" } },
        },
        volumeMounts: [
          { name: "models", mountPoint: "/models" },
          { name: "cache", mountPoint: "/cache", useAsCompilationCache: true },
        ],
        sharedMemory: { size: "16Gi" },
        livenessProbe: { httpGet: { path: "/live", port: "system" } },
        scalingAdapter: { enabled: true },
        frontendSidecar: {
          image: "registry.example/dynamo-frontend:1.4.0",
          args: ["-m", "dynamo.frontend"],
          envs: [{ name: "C", value: "3" }],
        },
        extraPodMetadata: { labels: { team: "search" } },
        extraPodSpec: {
          nodeSelector: { zone: "a" },
          containers: [{ name: "logs", image: "registry.example/logs:1.0.0" }],
          mainContainer: {
            image: "registry.example/vllm-runtime:1.4.0",
            command: ["python3", "-m", "dynamo.vllm"],
            args: ["--model", "Qwen/Qwen3-32B"],
            env: [{ name: "B", value: "other" }],
            volumeMounts: [{ name: "scratch", mountPath: "/scratch" }],
            startupProbe: { httpGet: { path: "/live", port: 9090 } },
          },
        },
      },
    },
  },
} as const;

const beta = toV1beta1(alpha).object as DynamoGraphDeployment;
const index = beta.spec?.components?.findIndex(({ name }) => name === "Worker") ?? -1;
const worker = beta.spec?.components?.[index];
const containers = worker?.podTemplate?.spec?.containers ?? [];
const containerAt = (name: string) => containers.findIndex((container) => container.name === name);
const main = ["podTemplate", "spec", "containers", containerAt("main")];
const variable = (name: string) =>
  containers[containerAt("main")]?.env?.findIndex((entry) => entry.name === name) ?? -1;
const mount = (name: string) =>
  containers[containerAt("main")]?.volumeMounts?.findIndex((entry) => entry.name === name) ?? -1;

const fieldsOfWorker: readonly (readonly [FieldPath, string])[] = [
  [[], ""],
  [["name"], ""],
  [["type"], ".subComponentType"],
  [["replicas"], ".replicas"],
  [["sharedMemorySize"], ".sharedMemory.size"],
  [["scalingAdapter"], ".scalingAdapter.enabled"],
  [["multinode", "nodeCount"], ".multinode.nodeCount"],
  [["experimental", "gpuMemoryService", "mode"], ".gpuMemoryService.mode"],
  [["compilationCache", "mountPath"], ".volumeMounts[1].mountPoint"],
  [["podTemplate", "metadata", "labels", "team"], ".extraPodMetadata.labels.team"],
  [["podTemplate", "spec", "nodeSelector", "zone"], ".extraPodSpec.nodeSelector.zone"],
  [main, ".extraPodSpec.mainContainer"],
  [[...main, "image"], ".extraPodSpec.mainContainer.image"],
  [[...main, "args", 1], ".extraPodSpec.mainContainer.args[1]"],
  [[...main, "startupProbe"], ".extraPodSpec.mainContainer.startupProbe"],
  [[...main, "livenessProbe", "httpGet", "port"], ".livenessProbe.httpGet.port"],
  [[...main, "readinessProbe"], ".extraPodSpec.mainContainer.readinessProbe"],
  [[...main, "env", variable("A"), "value"], ".envs[0].value"],
  [[...main, "env", variable("B")], ".extraPodSpec.mainContainer.env[0]"],
  [[...main, "envFrom", 0], ".envFromSecret"],
  [[...main, "resources", "limits", "nvidia.com/gpu"], ".resources.limits.gpu"],
  [[...main, "resources", "limits", "memory"], ".resources.limits.memory"],
  [
    [...main, "resources", "limits", "vpc.amazonaws.com/efa"],
    '.resources.limits.custom["vpc.amazonaws.com/efa"]',
  ],
  [[...main, "resources", "requests", "nvidia.com/gpu"], ".resources.requests.gpu"],
  [[...main, "resources", "claims", 0, "name"], ".resources.claims[0].name"],
  [
    [...main, "volumeMounts", mount("scratch"), "mountPath"],
    ".extraPodSpec.mainContainer.volumeMounts[0].mountPath",
  ],
  [[...main, "volumeMounts", mount("models"), "mountPath"], ".volumeMounts[0].mountPoint"],
  [
    ["podTemplate", "spec", "containers", containerAt("logs"), "image"],
    ".extraPodSpec.containers[0].image",
  ],
  [
    ["podTemplate", "spec", "containers", containerAt("sidecar-frontend"), "args", 0],
    ".frontendSidecar.args[0]",
  ],
  [
    ["podTemplate", "spec", "containers", containerAt("sidecar-frontend"), "env", 0],
    ".frontendSidecar.envs[0]",
  ],
];

describe("alphaPath", () => {
  it.each(fieldsOfWorker)("%j of a component", (field, written) => {
    const path = alphaPath(alpha, beta, ["spec", "components", index, ...field]);
    expect(formatPath(path)).toBe(`spec.services.Worker${written}`);
  });

  it.each([
    [["spec", "env", 0, "value"], "spec.envs[0].value"],
    [
      ["spec", "topologyConstraint", "clusterTopologyName"],
      "spec.topologyConstraint.topologyProfile",
    ],
    [["spec", "backendFramework"], "spec.backendFramework"],
    [["spec", "components"], "spec.services"],
    [["metadata", "name"], "metadata.name"],
    [["apiVersion"], "apiVersion"],
  ] as const)("%j of the graph", (path, written) => {
    expect(formatPath(alphaPath(alpha, beta, path))).toBe(written);
  });
});

describe("a v1alpha1 graph", () => {
  it("is checked by every family, at the places where it was written", () => {
    const spoilt = structuredClone(alpha) as unknown as {
      spec: { services: { Worker: { extraPodSpec: { mainContainer: { args: string[] } } } } };
    };
    spoilt.spec.services.Worker.extraPodSpec.mainContainer.args.push("--tensor-parallel-size", "4");
    const found = checkObject(spoilt).filter(({ code }) => code === "DYN-GPU-001");
    expect(found.map(({ path }) => formatPath(path))).toEqual([
      "spec.services.Worker.resources.limits.gpu",
    ]);
  });
});
