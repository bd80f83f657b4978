// SPDX-License-Identifier: Apache-2.0
/** @module Manifests: an order of the objects that holds, in which nothing waits in vain. */
import type { Manifest } from "@dynamo-iac/clouds/kubernetes";
import { App } from "@dynamo-iac/constructs";
import * as pulumi from "@pulumi/pulumi";
import { ApiObject, Chart } from "cdk8s";
import { describe, expect, it } from "vitest";
import { resourceNamed } from "../../support/clouds/record.js";
import { byUrn, deployment, manifestsPlan, object, waits } from "./registered.js";

describe("Manifests", () => {
  it("gives every object its place: namespace, names in the pod, rights, webhooks, CRD, nodes", async () => {
    const plan = await manifestsPlan(() => [
      object(
        "DynamoGraphDeployment",
        "qwen",
        {
          spec: {
            components: [
              {
                podTemplate: {
                  spec: { volumes: [{ persistentVolumeClaim: { claimName: "cache" } }] },
                },
              },
            ],
          },
        },
        "nvidia.com/v1beta1",
      ),
      object(
        "ValidatingWebhookConfiguration",
        "hook",
        {
          webhooks: [
            {
              clientConfig: { service: { name: "operator", namespace: "ai" } },
              rules: [{ apiGroups: ["nvidia.com"] }],
            },
          ],
        },
        "admissionregistration.k8s.io/v1",
      ),
      object("Service", "operator", { spec: { selector: { app: "operator" } } }),
      deployment("operator", { serviceAccountName: "operator" }),
      object(
        "ClusterRoleBinding",
        "operator",
        {
          roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: "operator" },
          subjects: [{ kind: "ServiceAccount", name: "operator", namespace: "ai" }],
        },
        "rbac.authorization.k8s.io/v1",
      ),
      object("ClusterRole", "operator", {}, "rbac.authorization.k8s.io/v1"),
      object("ServiceAccount", "operator"),
      object("PersistentVolumeClaim", "cache", { spec: { storageClassName: "efs" } }),
      object("StorageClass", "efs", {}, "storage.k8s.io/v1"),
      object("NodePool", "gpu", {}, "karpenter.sh/v1"),
      object(
        "CustomResourceDefinition",
        "nodepools.karpenter.sh",
        {
          spec: { group: "karpenter.sh", names: { kind: "NodePool" } },
        },
        "apiextensions.k8s.io/v1",
      ),
      object("Namespace", "ai", {}, "v1"),
    ]);
    const of = (name: string) => waits(resourceNamed(plan, name));
    expect(of("ai/DynamoGraphDeployment/qwen")).toEqual(
      [
        "NodePool/gpu",
        "Namespace/ai",
        "ValidatingWebhookConfiguration/hook",
        "ai/Deployment/operator",
        "ai/PersistentVolumeClaim/cache",
        "ai/Service/operator",
      ].sort(byUrn(plan)),
    );
    expect(of("ValidatingWebhookConfiguration/hook")).toEqual(["ai/Service/operator"]);
    expect(of("ai/Deployment/operator").toSorted()).toEqual([
      "ClusterRoleBinding/operator",
      "Namespace/ai",
      "NodePool/gpu",
      "ValidatingWebhookConfiguration/hook",
      "ai/ServiceAccount/operator",
    ]);
    expect(of("ClusterRoleBinding/operator").toSorted()).toEqual([
      "ClusterRole/operator",
      "ai/ServiceAccount/operator",
    ]);
    expect(of("ai/PersistentVolumeClaim/cache").toSorted()).toEqual([
      "Namespace/ai",
      "NodePool/gpu",
      "StorageClass/efs",
    ]);
    expect(of("NodePool/gpu")).toEqual(["CustomResourceDefinition/nodepools.karpenter.sh"]);
    // The Service does not wait for its pods, which are made at the same time.
    expect(of("ai/Service/operator")).toEqual(["Namespace/ai"]);
  });

  const client = { clientConfig: { service: { name: "hooks", namespace: "ai" } } };
  const answered = (webhook: Manifest) => () => [
    webhook,
    deployment("hooks"),
    object("Service", "hooks", { spec: { selector: { app: "hooks" } } }),
    object("Widget", "w", {}, "example.com/v1"),
  ];
  const hookFor = (apiGroups: readonly string[], more: readonly object[] = []) =>
    object(
      "MutatingWebhookConfiguration",
      "hook",
      { webhooks: [{ ...client, rules: [{ apiGroups }] }, ...more] },
      "admissionregistration.k8s.io/v1",
      undefined,
    );
  const definition = object(
    "CustomResourceDefinition",
    "hook",
    {
      spec: {
        group: "example.com",
        names: { kind: "Widget" },
        conversion: { webhook: client },
      },
    },
    "apiextensions.k8s.io/v1",
    undefined,
  );

  it.each([
    ["a webhook of custom resources", hookFor(["example.com"])],
    ["the conversion of a CRD", definition],
    [
      "a webhook of pods that lets them pass when nobody answers",
      hookFor(
        ["example.com"],
        [{ ...client, failurePolicy: "Ignore", rules: [{ apiGroups: [""] }] }],
      ),
    ],
  ])("registers %s before the pods that write their authority into it", async (_, webhook) => {
    const plan = await manifestsPlan(answered(webhook));
    const of = (name: string) => waits(resourceNamed(plan, name)).toSorted();
    expect(of(`${webhook.kind}/hook`)).toEqual(["ai/Service/hooks"]);
    expect(of("ai/Deployment/hooks")).toEqual([`${webhook.kind}/hook`]);
    expect(of("ai/Widget/w")).toEqual([
      `${webhook.kind}/hook`,
      "ai/Deployment/hooks",
      "ai/Service/hooks",
    ]);
    // Its pods come after it, so that waiting for them would never end.
    expect(resourceNamed(plan, "ai/Service/hooks").inputs.metadata).toMatchObject({
      annotations: { "pulumi.com/skipAwait": "true" },
    });
  });

  it.each([[["", "example.com"]], [["*"]]])(
    "registers a webhook that judges pods too after its own pods: groups %j",
    async (groups) => {
      const plan = await manifestsPlan(answered(hookFor(groups)));
      const of = (name: string) => waits(resourceNamed(plan, name)).toSorted();
      expect(of("MutatingWebhookConfiguration/hook")).toEqual([
        "ai/Deployment/hooks",
        "ai/Service/hooks",
      ]);
      expect(of("ai/Deployment/hooks")).toEqual([]);
      expect(resourceNamed(plan, "ai/Service/hooks").inputs.metadata).not.toHaveProperty(
        "annotations",
      );
    },
  );

  it("registers a volume before the claim that it is kept for, so that the claim is deleted first", async () => {
    const plan = await manifestsPlan(() => [
      object(
        "PersistentVolume",
        "ai-models",
        { spec: { claimRef: { kind: "PersistentVolumeClaim", name: "models", namespace: "ai" } } },
        "v1",
      ),
      object("PersistentVolumeClaim", "models", { spec: { volumeName: "ai-models" } }),
    ]);
    expect(waits(resourceNamed(plan, "PersistentVolume/ai-models"))).toEqual([]);
    expect(waits(resourceNamed(plan, "ai/PersistentVolumeClaim/models"))).toEqual([
      "PersistentVolume/ai-models",
    ]);
  });

  it("does not wait for the Service of a StatefulSet, which waits for its Service", async () => {
    const labels = { app: "db" };
    const plan = await manifestsPlan(() => [
      object(
        "StatefulSet",
        "db",
        { spec: { serviceName: "db", template: { metadata: { labels }, spec: {} } } },
        "apps/v1",
      ),
      object("Service", "db", { spec: { selector: labels } }),
    ]);
    expect(waits(resourceNamed(plan, "ai/StatefulSet/db"))).toEqual(["ai/Service/db"]);
    expect(resourceNamed(plan, "ai/Service/db").inputs.metadata).toMatchObject({
      annotations: { "pulumi.com/skipAwait": "true" },
    });
  });

  it("keeps what cdk8s was told, and the dependencies of the component on every object", async () => {
    const app = new App({ report: () => {} });
    const chart = new Chart(app, "c", { namespace: "ai" });
    const first = new ApiObject(chart, "a", {
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: { name: "a" },
    });
    const second = new ApiObject(chart, "b", {
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: { name: "b" },
    });
    first.addDependency(second);
    const manifests = app.manifests();
    expect(manifests.map(({ dependsOn }) => dependsOn)).toEqual([[1], []]);

    const plan = await manifestsPlan(
      () => manifests,
      {},
      () => ({
        dependsOn: [new pulumi.ComponentResource("test:index:Before", "before"), laterResource()],
      }),
    );
    expect(waits(resourceNamed(plan, "ai/ConfigMap/a"))).toEqual(["ai/ConfigMap/b", "later"]);
    expect(waits(resourceNamed(plan, "ai/ConfigMap/b"))).toEqual(["later"]);
  });

  it("gives way where an inferred order would contradict a stated one", async () => {
    const plan = await manifestsPlan(() => [
      { manifest: object("Namespace", "ai", {}, "v1"), construct: "n", dependsOn: [1] },
      { manifest: object("ConfigMap", "a"), construct: "a", dependsOn: [] },
    ]);
    expect(waits(resourceNamed(plan, "Namespace/ai"))).toEqual(["ai/ConfigMap/a"]);
    expect(waits(resourceNamed(plan, "ai/ConfigMap/a"))).toEqual([]);
  });

  it("does not wait where nothing in the set ends the wait", async () => {
    const ingress = (name: string, service: string) =>
      object(
        "Ingress",
        name,
        {
          spec: { rules: [{ http: { paths: [{ backend: { service: { name: service } } }] } }] },
        },
        "networking.k8s.io/v1",
      );
    const plan = await manifestsPlan(() => [
      object("PersistentVolumeClaim", "cache"),
      object("Service", "web", { spec: { selector: { app: "web" } } }),
      object("Service", "operator-makes-the-pods", { spec: { selector: { app: "graph" } } }),
      object("Service", "headless", { spec: { clusterIP: "None", selector: { app: "web" } } }),
      deployment("web"),
      ingress("here", "web"),
      ingress("elsewhere", "qwen-frontend"),
      object("Job", "download", { spec: { activeDeadlineSeconds: 600 } }, "batch/v1"),
    ]);
    const skipped = plan.resources
      .filter(({ inputs }) => JSON.stringify(inputs).includes('"pulumi.com/skipAwait":"true"'))
      .map(({ name }) => name);
    expect(skipped).toEqual(
      [
        "ai/Job/download",
        "ai/PersistentVolumeClaim/cache",
        "ai/Service/headless",
        "ai/Service/operator-makes-the-pods",
        "ai/Ingress/elsewhere",
      ].sort(byUrn(plan)),
    );
    expect(resourceNamed(plan, "ai/Deployment/web").customTimeouts).toEqual({
      create: "20m",
      update: "20m",
    });
  });

  it("waits for a Job that another object waits for, up to its deadline", async () => {
    const plan = await manifestsPlan(() => [
      {
        manifest: object("Job", "download", { spec: { activeDeadlineSeconds: 5400 } }, "batch/v1"),
        construct: "",
        dependsOn: [],
      },
      {
        manifest: object("DynamoGraphDeployment", "g", {}, "nvidia.com/v1beta1"),
        construct: "",
        dependsOn: [0],
      },
    ]);
    const job = resourceNamed(plan, "ai/Job/download");
    expect(job.inputs.metadata).toEqual({ name: "download", namespace: "ai" });
    expect(job.customTimeouts).toEqual({ create: "5400s", update: "5400s" });
    expect(resourceNamed(plan, "ai/DynamoGraphDeployment/g").customTimeouts).toEqual({
      delete: "1h",
    });
  });
});

function laterResource(): pulumi.Resource {
  class Later extends pulumi.CustomResource {
    constructor() {
      super("test:index:Later", "later", {});
    }
  }
  return new Later();
}
