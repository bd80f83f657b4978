// SPDX-License-Identifier: Apache-2.0
/** @module What Kubernetes does with a changed field, kind by kind: in place, with new pods, or not at all. */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { toV1alpha1 } from "@dynamo-iac/constructs/api";
import { compareObjects, type Effect } from "@dynamo-iac/constructs/changes";
import { loadAll } from "js-yaml";
import { describe, expect, it } from "vitest";

type Json = Record<string, unknown>;

const pod = (image = "a:1") => ({
  metadata: { labels: { app: "x" } },
  spec: { containers: [{ name: "main", image }] },
});

/** Objects by name, as they are before the change. */
const objects: Readonly<Record<string, Json>> = {
  deployment: {
    apiVersion: "apps/v1",
    kind: "Deployment",
    spec: { replicas: 1, selector: { matchLabels: { app: "x" } }, template: pod() },
  },
  statefulset: {
    apiVersion: "apps/v1",
    kind: "StatefulSet",
    spec: {
      replicas: 1,
      serviceName: "x",
      selector: { matchLabels: { app: "x" } },
      template: pod(),
      volumeClaimTemplates: [{ metadata: { name: "data" }, spec: { storageClassName: "a" } }],
    },
  },
  daemonset: {
    apiVersion: "apps/v1",
    kind: "DaemonSet",
    spec: {
      selector: { matchLabels: { app: "x" } },
      template: pod(),
      updateStrategy: { type: "OnDelete" },
    },
  },
  job: {
    apiVersion: "batch/v1",
    kind: "Job",
    spec: { template: pod(), completions: 1, parallelism: 1, backoffLimit: 3 },
  },
  cronjob: {
    apiVersion: "batch/v1",
    kind: "CronJob",
    spec: { schedule: "0 * * * *", jobTemplate: { spec: { template: pod() } } },
  },
  pod: { apiVersion: "v1", kind: "Pod", spec: { nodeName: "a", ...pod().spec } },
  claim: {
    apiVersion: "v1",
    kind: "PersistentVolumeClaim",
    spec: {
      accessModes: ["ReadWriteOnce"],
      storageClassName: "a",
      resources: { requests: { storage: "10Gi" } },
    },
  },
  volume: {
    apiVersion: "v1",
    kind: "PersistentVolume",
    spec: {
      capacity: { storage: "10Gi" },
      persistentVolumeReclaimPolicy: "Delete",
      csi: { driver: "efs.csi.aws.com", volumeHandle: "fs-1" },
    },
  },
  class: {
    apiVersion: "storage.k8s.io/v1",
    kind: "StorageClass",
    provisioner: "a",
    parameters: { type: "gp3" },
    allowVolumeExpansion: true,
  },
  service: {
    apiVersion: "v1",
    kind: "Service",
    spec: { clusterIP: "None", ports: [{ port: 80 }] },
  },
  config: { apiVersion: "v1", kind: "ConfigMap", data: { a: "1" } },
  frozen: { apiVersion: "v1", kind: "ConfigMap", immutable: true, data: { a: "1" } },
  secret: { apiVersion: "v1", kind: "Secret", type: "Opaque", data: { a: "MQ==" } },
  binding: {
    apiVersion: "rbac.authorization.k8s.io/v1",
    kind: "RoleBinding",
    roleRef: { kind: "Role", name: "a" },
    subjects: [{ kind: "ServiceAccount", name: "a" }],
  },
  priority: {
    apiVersion: "scheduling.k8s.io/v1",
    kind: "PriorityClass",
    value: 10,
    description: "a",
  },
  policy: {
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    spec: { podSelector: {}, policyTypes: ["Ingress"] },
  },
  pool: {
    apiVersion: "karpenter.sh/v1",
    kind: "NodePool",
    spec: { limits: { nodes: "4" }, template: { spec: { taints: [] } } },
  },
  nodes: {
    apiVersion: "karpenter.k8s.aws/v1",
    kind: "EC2NodeClass",
    spec: { amiFamily: "AL2023" },
  },
  crd: {
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    spec: { scope: "Namespaced", names: { kind: "Thing", plural: "things" } },
  },
  model: {
    apiVersion: "nvidia.com/v1alpha1",
    kind: "DynamoModel",
    spec: { modelName: "a", baseModelName: "b", modelType: "lora", source: { uri: "s3://a" } },
  },
};

/** A copy with one field set; undefined removes it. */
function changed(object: Json, path: string, value: unknown): Json {
  const copy = structuredClone(object);
  const steps = path.split(" ");
  const last = steps.pop() ?? "";
  const parent = steps.reduce((here: Json, step) => here[step] as Json, copy);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
}

const named = (object: Json, name = "x", namespace = "a") => ({
  ...object,
  metadata: { name, namespace },
});

const image = "containers 0 image";
const rows: readonly (readonly [string, string, unknown, Effect])[] = [
  ["deployment", "spec replicas", 3, "update"],
  ["deployment", `spec template spec ${image}`, "a:2", "restart"],
  ["deployment", "spec selector matchLabels", { app: "y" }, "replace"],
  ["statefulset", "spec replicas", 3, "update"],
  ["statefulset", `spec template spec ${image}`, "a:2", "restart"],
  ["statefulset", "spec serviceName", "y", "replace"],
  ["statefulset", "spec podManagementPolicy", "Parallel", "replace"],
  ["statefulset", "spec volumeClaimTemplates 0 spec storageClassName", "b", "replace"],
  ["daemonset", `spec template spec ${image}`, "a:2", "update"],
  ["daemonset", "spec selector matchLabels", { app: "y" }, "replace"],
  ["job", "spec backoffLimit", 5, "update"],
  ["job", "spec parallelism", 2, "update"],
  ["job", `spec template spec ${image}`, "a:2", "replace"],
  ["cronjob", `spec jobTemplate spec template spec ${image}`, "a:2", "update"],
  ["cronjob", "spec schedule", "5 * * * *", "update"],
  ["pod", `spec ${image}`, "a:2", "restart"],
  ["pod", "spec containers 0 command", ["b"], "replace"],
  ["pod", "spec nodeName", "b", "replace"],
  ["claim", "spec resources requests storage", "20Gi", "update"],
  ["claim", "spec resources requests storage", "10240Mi", "update"],
  ["claim", "spec resources requests storage", "5Gi", "replace"],
  ["claim", "spec storageClassName", "b", "replace"],
  ["claim", "spec accessModes", ["ReadWriteMany"], "replace"],
  ["volume", "spec csi volumeHandle", "fs-2", "replace"],
  ["volume", "spec persistentVolumeReclaimPolicy", "Retain", "update"],
  ["class", "parameters type", "io2", "replace"],
  ["class", "provisioner", "b", "replace"],
  ["class", "allowVolumeExpansion", false, "update"],
  ["service", "spec clusterIP", undefined, "replace"],
  ["service", "spec ports 0 port", 81, "update"],
  ["config", "data a", "2", "update"],
  ["frozen", "data a", "2", "replace"],
  ["secret", "data a", "Mg==", "update"],
  ["secret", "type", "kubernetes.io/tls", "replace"],
  ["binding", "roleRef name", "b", "replace"],
  ["binding", "subjects 0 name", "b", "update"],
  ["priority", "value", 20, "replace"],
  ["priority", "description", "b", "update"],
  ["policy", "spec policyTypes", ["Ingress", "Egress"], "update"],
  ["pool", "spec limits nodes", "8", "update"],
  ["pool", "spec template spec taints", [{ key: "a", effect: "NoSchedule" }], "restart"],
  ["nodes", "spec amiFamily", "Bottlerocket", "restart"],
  ["crd", "spec scope", "Cluster", "replace"],
  ["model", "spec baseModelName", "c", "replace"],
  ["model", "spec source uri", "s3://b", "update"],
];

describe("a changed field", () => {
  it.each(rows)("of %s: %s = %j is %s %s", (name, path, value, expected) => {
    const object = objects[name] ?? {};
    const { objects: found } = compareObjects(
      [named(object)],
      [named(changed(object, path, value))],
    );
    expect(found.map(({ change, effect }) => ({ change, effect }))).toEqual([
      { change: "changed", effect: expected },
    ]);
    const [first] = path.split(" ");
    for (const { path: field } of found[0]?.consequences ?? []) expect(field[0]).toBe(first);
  });
});

describe("which object is which", () => {
  const only = (before: readonly Json[], after: readonly Json[]) =>
    compareObjects(before, after).objects.map(({ change, identity, renamedFrom, effect }) => [
      change,
      `${identity.namespace}/${identity.name}`,
      renamedFrom === undefined ? undefined : `${renamedFrom.namespace}/${renamedFrom.name}`,
      effect,
    ]);

  it("an object under another name, or in another namespace, is the same one begun anew", () => {
    const claim = objects.claim ?? {};
    expect(only([named(claim)], [named(claim, "y")])).toEqual([
      ["renamed", "a/y", "a/x", "replace"],
    ]);
    expect(only([named(claim)], [named(claim, "x", "b")])).toEqual([
      ["renamed", "b/x", "a/x", "replace"],
    ]);
    expect(
      compareObjects([named(claim)], [named(claim, "y")]).objects[0]?.consequences[0]?.loses,
    ).toContain("claim x");
  });

  it("its own name inside, as in a selector, is part of the name", () => {
    const own = (name: string) =>
      named({ ...objects.policy, spec: { podSelector: { matchLabels: { app: name } } } }, name);
    expect(only([own("x")], [own("y")])[0]?.[0]).toBe("renamed");
  });

  it("two objects that differ in more are one deleted and one created", () => {
    const claim = objects.claim ?? {};
    const other = changed(claim, "spec storageClassName", "b");
    expect(only([named(claim)], [named(other, "y")]).map(([change]) => change)).toEqual([
      "created",
      "deleted",
    ]);
  });

  it("objects without content are not taken for one another", () => {
    const namespace = { apiVersion: "v1", kind: "Namespace" };
    const of = (name: string) => ({ ...namespace, metadata: { name } });
    expect(only([of("x")], [of("y")]).map(([change]) => change)).toEqual(["created", "deleted"]);
  });

  it("another version of the same API group is the same object; another group is another", () => {
    const scaler = (apiVersion: string) =>
      named({ apiVersion, kind: "HorizontalPodAutoscaler", spec: { maxReplicas: 2 } });
    expect(only([scaler("autoscaling/v1")], [scaler("autoscaling/v2")])[0]?.[0]).toBe("changed");
    expect(
      only([scaler("autoscaling/v2")], [scaler("example.com/v2")]).map(([change]) => change),
    ).toEqual(["created", "deleted"]);
  });

  it("what the server adds is no change", () => {
    const live = {
      ...objects.deployment,
      metadata: { name: "x", namespace: "a", uid: "1", resourceVersion: "2", generation: 3 },
      status: { replicas: 1 },
    };
    expect(only([named(objects.deployment ?? {})], [live])).toEqual([]);
  });
});

describe("a graph in the other API version", () => {
  const golden = resolve(__dirname, "../../golden");
  const names = ["disaggregated", "lora", "mocker", "planner", "quickstart", "sglang-multinode"];

  it.each(names)("%s is the same graph, and nothing of it restarts", (name) => {
    const beta = loadAll(readFileSync(join(golden, `${name}.yaml`), "utf8")) as Json[];
    const alpha = beta.map((object) =>
      object.kind === "DynamoGraphDeployment"
        ? (toV1alpha1(object as never, { carriers: false }).object as unknown as Json)
        : object,
    );
    for (const [before, after] of [
      [beta, alpha],
      [alpha, beta],
    ] as const) {
      const { objects: found } = compareObjects(before, after);
      expect(found).toMatchObject([
        { effect: "update", consequences: [], security: [], graph: { components: [], terms: [] } },
      ]);
    }
  });
});
