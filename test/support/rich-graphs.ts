// SPDX-License-Identifier: Apache-2.0
/** @module A graph of either version in which nearly every kind of field is set. */

// biome-ignore lint/suspicious/noExplicitAny: tests reach into plain JSON
export type Json = any;

/** A v1beta1 graph. */
export function richGraph(): Json {
  return {
    apiVersion: "nvidia.com/v1beta1",
    kind: "DynamoGraphDeployment",
    metadata: {
      name: "qwen",
      namespace: "inference",
      labels: { team: "search" },
      annotations: { "nvidia.com/enable-grove": "false", owner: "a" },
    },
    spec: {
      backendFramework: "vllm",
      priorityClassName: "high",
      labels: { tier: "gold" },
      env: [
        { name: "BASE", value: "/models" },
        { name: "HF_HOME", value: "$(BASE)/hub" },
      ],
      components: [
        {
          name: "frontend",
          type: "frontend",
          replicas: 2,
          podTemplate: { spec: { containers: [{ name: "main", image: "frontend:1.4.0" }] } },
        },
        {
          name: "decode",
          type: "decode",
          replicas: 3,
          minAvailable: 2,
          sharedMemorySize: "16Gi",
          scalingAdapter: {},
          modelRef: { name: "Qwen/Qwen3-0.6B" },
          multinode: { nodeCount: 2 },
          frontendSidecar: "sidecar-frontend",
          compilationCache: { pvcName: "cache" },
          experimental: { gpuMemoryService: { mode: "IntraPod" } },
          podTemplate: {
            metadata: { labels: { a: "1" }, annotations: { b: "2" } },
            spec: {
              priorityClassName: "low",
              terminationGracePeriodSeconds: 60,
              securityContext: { fsGroup: 1000 },
              nodeSelector: { gpu: "h100" },
              tolerations: [
                { key: "nvidia.com/gpu", operator: "Exists", effect: "NoSchedule" },
                { key: "spot", operator: "Exists" },
              ],
              volumes: [
                { name: "models", persistentVolumeClaim: { claimName: "models" } },
                { name: "tmp", emptyDir: {} },
              ],
              initContainers: [{ name: "wait", image: "busybox", command: ["sleep", "1"] }],
              containers: [
                {
                  name: "main",
                  image: "vllm-runtime:1.4.0",
                  workingDir: "/workspace",
                  command: ["/bin/bash", "-c"],
                  args: [
                    "ulimit -l unlimited\nexec python3 -m dynamo.vllm --model Qwen/Qwen3-0.6B --tensor-parallel-size 2 --enable-lora --unknown-flag x",
                  ],
                  env: [
                    { name: "A", value: "1" },
                    { name: "B", value: "$(A)" },
                    { name: "EMPTY", value: "" },
                    { name: "IP", valueFrom: { fieldRef: { fieldPath: "status.podIP" } } },
                  ],
                  envFrom: [{ secretRef: { name: "token" } }],
                  ports: [{ containerPort: 9090, name: "system" }],
                  resources: {
                    requests: { cpu: "8", "nvidia.com/gpu": "2" },
                    limits: { memory: "64Gi", "nvidia.com/gpu": "2" },
                    claims: [{ name: "rdma" }],
                  },
                  securityContext: { capabilities: { add: ["IPC_LOCK"] } },
                  startupProbe: { httpGet: { path: "/live", port: 9090 }, failureThreshold: 60 },
                  volumeMounts: [
                    { name: "models", mountPath: "/models", readOnly: true },
                    { name: "tmp", mountPath: "/tmp" },
                  ],
                },
                {
                  name: "sidecar-frontend",
                  image: "frontend:1.4.0",
                  args: ["-m", "dynamo.frontend", "--router-mode", "direct"],
                },
                { name: "logs", image: "fluent-bit:3", command: ["fluent-bit"], args: ["-q"] },
              ],
            },
          },
        },
      ],
    },
  };
}

/** A v1alpha1 graph. */
export function richAlphaGraph(): Json {
  return {
    apiVersion: "nvidia.com/v1alpha1",
    kind: "DynamoGraphDeployment",
    metadata: { name: "qwen" },
    spec: {
      pvcs: [{ name: "models", create: false }],
      services: {
        Frontend: {
          componentType: "frontend",
          ingress: { enabled: true, host: "qwen" },
          annotations: { a: "1" },
          extraPodSpec: { mainContainer: { image: "frontend:1.4.0" } },
        },
        Worker: {
          componentType: "worker",
          subComponentType: "decode",
          envFromSecret: "token",
          envs: [{ name: "A", value: "1" }],
          resources: { limits: { gpu: "1", custom: { "rdma/ib": "1" } } },
          volumeMounts: [{ name: "models", mountPoint: "/models" }],
          extraPodSpec: { mainContainer: { image: "vllm-runtime:1.4.0" } },
        },
      },
    },
  };
}
