// SPDX-License-Identifier: Apache-2.0
import {
  type ComponentProps,
  frontendProgram,
  readComponent,
  renderComponent,
  vllm,
} from "@dynamo-iac/constructs";
import { describe, expect, it } from "vitest";

const worker: ComponentProps = {
  name: "worker",
  type: "worker",
  replicas: 2,
  image: "nvcr.io/nvidia/ai-dynamo/vllm-runtime:1.4.0",
  program: vllm({
    model: "Qwen/Qwen3-0.6B",
    tensorParallelSize: 2,
    extraArgs: ["--new-flag", "1"],
  }),
  gpus: 2,
  env: { HF_HOME: "/model-cache", POD_IP: { fieldRef: { fieldPath: "status.podIP" } } },
  envFrom: ["hf-token-secret", { configMapRef: { name: "settings" } }],
  resources: { limits: { "vpc.amazonaws.com/efa": "8" }, requests: { cpu: "4" } },
  volumeMounts: [{ name: "model-cache", mountPath: "/model-cache" }],
  volumes: [{ name: "model-cache", persistentVolumeClaim: { claimName: "model-cache" } }],
  securityContext: { runAsUser: 1000 },
  podSecurityContext: { fsGroup: 1000 },
  nodeSelector: { pool: "gpu" },
  podMetadata: { labels: { team: "search" } },
  sidecars: [
    {
      name: "sidecar-frontend",
      image: "frontend:1.4.0",
      program: frontendProgram({ routerMode: "direct" }),
    },
  ],
  frontendSidecar: "sidecar-frontend",
  sharedMemorySize: "16Gi",
  scalingAdapter: {},
};

describe("renderComponent", () => {
  it("puts each field where the API has it", () => {
    expect(renderComponent(worker)).toEqual({
      name: "worker",
      type: "worker",
      replicas: 2,
      sharedMemorySize: "16Gi",
      scalingAdapter: {},
      frontendSidecar: "sidecar-frontend",
      podTemplate: {
        metadata: { labels: { team: "search" } },
        spec: {
          nodeSelector: { pool: "gpu" },
          securityContext: { fsGroup: 1000 },
          volumes: [{ name: "model-cache", persistentVolumeClaim: { claimName: "model-cache" } }],
          containers: [
            {
              name: "main",
              image: "nvcr.io/nvidia/ai-dynamo/vllm-runtime:1.4.0",
              command: ["python3", "-m", "dynamo.vllm"],
              args: [
                "--model",
                "Qwen/Qwen3-0.6B",
                "--tensor-parallel-size",
                "2",
                "--new-flag",
                "1",
              ],
              env: [
                { name: "HF_HOME", value: "/model-cache" },
                { name: "POD_IP", valueFrom: { fieldRef: { fieldPath: "status.podIP" } } },
              ],
              envFrom: [
                { secretRef: { name: "hf-token-secret" } },
                { configMapRef: { name: "settings" } },
              ],
              resources: {
                limits: { "vpc.amazonaws.com/efa": "8", "nvidia.com/gpu": "2" },
                requests: { cpu: "4" },
              },
              volumeMounts: [{ name: "model-cache", mountPath: "/model-cache" }],
              securityContext: { runAsUser: 1000 },
            },
            {
              name: "sidecar-frontend",
              image: "frontend:1.4.0",
              command: ["python3", "-m", "dynamo.frontend"],
              args: ["--router-mode", "direct"],
            },
          ],
        },
      },
    });
  });

  it("merges podTemplate last, containers by name", () => {
    const rendered = renderComponent({
      ...worker,
      podTemplate: { spec: { dnsPolicy: "Default", containers: [{ name: "main", tty: true }] } },
    });
    expect(rendered.podTemplate?.spec?.dnsPolicy).toBe("Default");
    expect(rendered.podTemplate?.spec?.containers?.[0]).toMatchObject({
      name: "main",
      tty: true,
      image: worker.image,
    });
    expect(rendered.podTemplate?.spec?.containers).toHaveLength(2);
  });

  it("writes no pod template for a component that says nothing of its pods", () => {
    expect(renderComponent({ name: "frontend", type: "frontend" })).toEqual({
      name: "frontend",
      type: "frontend",
    });
  });
});

describe("readComponent", () => {
  it("gives the props back that rendered the component", () => {
    expect(renderComponent(readComponent(renderComponent(worker)))).toEqual(
      renderComponent(worker),
    );
    expect(readComponent(renderComponent(worker))).toMatchObject({
      gpus: 2,
      env: worker.env,
      envFrom: worker.envFrom,
      volumes: worker.volumes,
      podSecurityContext: worker.podSecurityContext,
    });
  });

  it("keeps a restart policy of the main container, whose name the pod's takes", () => {
    const component = {
      name: "w",
      podTemplate: {
        spec: { restartPolicy: "Never", containers: [{ name: "main", restartPolicy: "Always" }] },
      },
    };
    expect(renderComponent(readComponent(component))).toEqual(component);
  });

  it("keeps a command that no program stands behind", () => {
    const component = {
      name: "w",
      podTemplate: { spec: { containers: [{ name: "main", command: ["sleep"], args: ["1"] }] } },
    };
    expect(renderComponent(readComponent(component))).toEqual(component);
    expect(readComponent(component).program).toBeUndefined();
  });
});
