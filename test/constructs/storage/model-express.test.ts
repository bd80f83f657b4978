// SPDX-License-Identifier: Apache-2.0
/** @module The ModelExpress server, and what it gives to graphs. */
import { aggregated, graphObjects, vllm } from "@dynamo-iac/constructs";
import { formatPath } from "@dynamo-iac/constructs/facts";
import { efs, ModelExpress, type ModelExpressProps } from "@dynamo-iac/constructs/storage";
import { describe, expect, it } from "vitest";
import { chart, codesOf } from "./caches.js";

const express = (props: ModelExpressProps = {}, namespace?: string) =>
  new ModelExpress(chart(namespace), "express", props);

// biome-ignore lint/suspicious/noExplicitAny: a test says by itself where it looks
function written(made: ModelExpress, kind: string): any {
  return made.objects.map((object) => object.manifest()).find((each) => each.kind === kind);
}
const containerOf = (made: ModelExpress) =>
  written(made, "Deployment").spec.template.spec.containers[0];
const variables = (made: ModelExpress) =>
  Object.fromEntries(
    containerOf(made).env.map(({ name, value, valueFrom }: Record<string, unknown>) => [
      String(name),
      value ?? valueFrom,
    ]),
  );

describe("ModelExpress", () => {
  it("is a server with a volume of its own", () => {
    const made = express();
    expect(made.claim?.manifest()).toMatchObject({
      metadata: { name: "express-models" },
      spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "100Gi" } } },
    });
    expect(written(made, "Deployment").spec).toMatchObject({
      replicas: 1,
      strategy: { type: "Recreate" },
      template: {
        spec: {
          serviceAccountName: "express",
          volumes: [{ name: "models", persistentVolumeClaim: { claimName: "express-models" } }, {}],
        },
      },
    });
    expect(containerOf(made)).toMatchObject({
      image: "nvcr.io/nvidia/ai-dynamo/modelexpress-server:0.5.0",
      readinessProbe: { tcpSocket: { port: "grpc" } },
      securityContext: {
        readOnlyRootFilesystem: true,
        allowPrivilegeEscalation: false,
        capabilities: { drop: ["ALL"] },
      },
    });
    expect(written(made, "Service").spec.ports.map(({ port }: { port: number }) => port)).toEqual([
      8001, 9401,
    ]);
    expect(codesOf(made)).toEqual([]);
  });

  it("keeps its metadata in Kubernetes, with the rights for that and no more", () => {
    const made = express();
    expect(variables(made)).toMatchObject({
      MX_METADATA_BACKEND: "kubernetes",
      MX_METADATA_NAMESPACE: "inference",
      MODEL_EXPRESS_SERVER_PORT: "8001",
    });
    const { rules } = written(made, "Role");
    expect(rules.map(({ resources }: { resources: string[] }) => resources)).toEqual([
      ["modelmetadatas", "modelmetadatas/status", "modelcacheentries", "modelcacheentries/status"],
      ["configmaps"],
    ]);
    expect(written(made, "RoleBinding").subjects).toEqual([
      { kind: "ServiceAccount", name: "express", namespace: "inference" },
    ]);
    expect(written(made, "Deployment").spec.template.spec.automountServiceAccountToken).toBe(true);
  });

  it("keeps it in Redis instead, and then has no rights and no token at all", () => {
    const made = express({ metadata: { redisUrl: { name: "redis", key: "url" } } });
    expect(variables(made)).toMatchObject({
      MX_METADATA_BACKEND: "redis",
      REDIS_URL: { secretKeyRef: { name: "redis", key: "url" } },
    });
    expect(written(made, "Role")).toBeUndefined();
    expect(written(made, "Deployment").spec.template.spec.automountServiceAccountToken).toBe(false);
    expect(variables(express({ metadata: { redisUrl: "redis://redis:6379" } })).REDIS_URL).toBe(
      "redis://redis:6379",
    );
  });

  it("lets graphs alone in", () => {
    const { spec } = written(express({ monitoringNamespace: "prometheus" }), "NetworkPolicy");
    expect(spec.ingress[0]).toMatchObject({
      from: [
        {
          podSelector: {
            matchExpressions: [
              { key: "nvidia.com/dynamo-graph-deployment-name", operator: "Exists" },
            ],
          },
        },
      ],
      ports: [{ port: 8001 }],
    });
    expect(JSON.stringify(spec.ingress[1])).toContain("prometheus");
  });

  it("gives a graph the loader and the address, and mounts nothing", () => {
    const made = express({ name: "mx", clusterDomain: "k8s.local" });
    expect(made.url).toBe("http://mx.inference.svc.k8s.local:8001");
    const [graph] = graphObjects("g", {
      model: { id: "Qwen/Qwen3-32B", cache: made },
      engine: vllm(),
      serving: aggregated(),
    });
    // biome-ignore lint/suspicious/noExplicitAny: a test says by itself where it looks
    const worker = (graph as any).spec.components[1].podTemplate.spec;
    expect(worker.containers[0].args).toEqual(
      expect.arrayContaining(["--model", "Qwen/Qwen3-32B", "--load-format", "modelexpress"]),
    );
    expect(worker.containers[0].env).toEqual(
      expect.arrayContaining([
        { name: "MODEL_EXPRESS_URL", value: made.url },
        { name: "MODEL_EXPRESS_NO_SHARED_STORAGE", value: "1" },
        { name: "VLLM_PLUGINS", value: "modelexpress" },
      ]),
    );
    expect(worker.volumes).toBeUndefined();
  });

  it("takes several servers on shared storage, and its size from the models", () => {
    const made = express({
      replicas: 3,
      backing: efs({ fileSystemId: "fs-1" }),
      models: ["Qwen/Qwen3-32B"],
      token: "hf-token-secret",
    });
    expect(codesOf(made)).toEqual([]);
    expect(made.claim?.manifest()).toMatchObject({
      spec: {
        accessModes: ["ReadWriteMany"],
        resources: { requests: { storage: expect.stringMatching(/^8\dGi$/) } },
      },
    });
    expect(variables(made).HF_TOKEN).toEqual({
      secretKeyRef: { name: "hf-token-secret", key: "HF_TOKEN" },
    });
  });

  it.each([
    ["DYN-STOR-003", "accessMode", { replicas: 2, accessMode: "ReadWriteOnce" }, /one node/],
    ["DYN-STOR-013", "name", { name: "Model_Express" }, /got "Model_Express"/],
    ["DYN-STOR-023", "image", { image: "modelexpress" }, /names no version/],
    ["DYN-STOR-025", "metadata.redisUrl", { metadata: { redisUrl: "" } }, /redis:\/\/redis/],
    ["DYN-STOR-025", "metadata.redisUrl", { metadata: { redisUrl: "redis" } }, /redis:\/\/redis/],
    [
      "DYN-STOR-033",
      "metadata.redisUrl",
      { metadata: { redisUrl: "redis://user:hunter2@redis:6379" } },
      /^holds a password in clear text$/,
    ],
  ] as const)("fails with %s at %s", (code, path, props, message) => {
    const found = express(props)
      .findings()
      .filter((each) => each.code === code);
    expect(found).toHaveLength(1);
    expect(formatPath(found[0]?.path ?? [])).toBe(path);
    expect(found[0]?.message).toMatch(message);
    expect(JSON.stringify(found)).not.toContain("hunter2");
  });
});
