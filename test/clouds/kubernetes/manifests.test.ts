// SPDX-License-Identifier: Apache-2.0
/** @module Manifests: one resource per object, in an order that holds, and nothing that another writer owns. */
import {
  type Manifest,
  Manifests,
  type OrderedManifest,
  token,
} from "@dynamo-iac/clouds/kubernetes";
import type { PlannedResource } from "@dynamo-iac/clouds/plan";
import { App } from "@dynamo-iac/constructs";
import * as pulumi from "@pulumi/pulumi";
import { ApiObject, Chart } from "cdk8s";
import { describe, expect, it } from "vitest";
import {
  laterOutput,
  planOf,
  refusalOf,
  resourceNamed,
  type TestRun,
  testProvider,
} from "../../support/clouds/record.js";

type Loose = Manifest & Readonly<Record<string, unknown>>;

function object(
  kind: string,
  name: string,
  rest: Readonly<Record<string, unknown>> = {},
  apiVersion = "v1",
  namespace: string | undefined = "ai",
): Loose {
  const metadata = namespace === undefined ? { name } : { name, namespace };
  return { apiVersion, kind, metadata, ...rest };
}

async function manifestsPlan(
  manifests: () => readonly (Manifest | OrderedManifest)[],
  run: TestRun = {},
  opts: () => pulumi.ComponentResourceOptions = () => ({}),
) {
  return planOf(() => {
    new Manifests("m", { manifests: manifests() }, { provider: testProvider(), ...opts() });
  }, run);
}

/** Names of the Kubernetes objects that a resource waits for. */
function waits(resource: PlannedResource): readonly string[] {
  return resource.dependsOn.map((urn) => urn.split("::")[3] ?? "");
}

const deployment = (name: string, pod: object = {}, labels = { app: name }) =>
  object(
    "Deployment",
    name,
    { spec: { replicas: 2, template: { metadata: { labels }, spec: pod } } },
    "apps/v1",
  );

describe("Manifests", () => {
  it("registers one resource per object, with the type of its typed class", async () => {
    const plan = await manifestsPlan(() => [
      object("Namespace", "ai", {}, "v1"),
      deployment("web"),
      object("DynamoGraphDeployment", "qwen", {}, "nvidia.com/v1beta1"),
    ]);
    expect(
      plan.resources
        .filter(({ kind }) => kind === "custom")
        .map(({ type, name }) => `${type} ${name}`),
    ).toEqual([
      "kubernetes:apps/v1:Deployment ai/Deployment/web",
      "kubernetes:core/v1:Namespace Namespace/ai",
      "kubernetes:nvidia.com/v1beta1:DynamoGraphDeployment ai/DynamoGraphDeployment/qwen",
    ]);
    expect(resourceNamed(plan, "ai/Deployment/web").parent).toMatch(
      /dynamo:kubernetes:Manifests::m$/,
    );
  });

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

  it("leaves alone what others write: replicas under an autoscaler or adapter, CA bundles", async () => {
    const scaled = (name: string) =>
      object(
        "HorizontalPodAutoscaler",
        `${name}-hpa`,
        { spec: { scaleTargetRef: { kind: "Deployment", name } } },
        "autoscaling/v2",
      );
    const hook = (client: object) =>
      object(
        "MutatingWebhookConfiguration",
        "hook",
        {
          webhooks: [{ clientConfig: { service: { name: "s", namespace: "ai" }, ...client } }],
        },
        "admissionregistration.k8s.io/v1",
      );
    const plan = await manifestsPlan(() => [
      deployment("scaled"),
      scaled("scaled"),
      deployment("fixed"),
      object(
        "DynamoGraphDeployment",
        "g",
        {
          spec: {
            components: [
              { name: "a", replicas: 1 },
              { name: "b", replicas: 1, scalingAdapter: {} },
              { name: "c", scalingAdapter: {} },
            ],
          },
        },
        "nvidia.com/v1beta1",
      ),
      object(
        "DynamoGraphDeployment",
        "old",
        {
          spec: {
            services: {
              "my-worker": { replicas: 1, scalingAdapter: { enabled: true } },
              x: { replicas: 1 },
            },
          },
        },
        "nvidia.com/v1alpha1",
      ),
      hook({}),
    ]);
    const of = (name: string) => resourceNamed(plan, name).ignoreChanges;
    expect(of("ai/Deployment/scaled")).toEqual(["spec.replicas"]);
    expect(of("ai/Deployment/fixed")).toBeUndefined();
    expect(of("ai/DynamoGraphDeployment/g")).toEqual(["spec.components[1].replicas"]);
    expect(of("ai/DynamoGraphDeployment/old")).toEqual(['spec.services["my-worker"].replicas']);
    expect(of("MutatingWebhookConfiguration/hook")).toEqual(["webhooks[0].clientConfig.caBundle"]);
    const own = await manifestsPlan(() => [hook({ caBundle: "LS0t" })]);
    expect(resourceNamed(own, "MutatingWebhookConfiguration/hook").ignoreChanges).toBeUndefined();
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

  it("seals Secrets, resolves tokens in them and behind base64, and keeps unknowns unknown", async () => {
    const manifests = () => {
      const host = token(laterOutput("host", "db.example"));
      const encoded = Buffer.from(`password at ${host}`).toString("base64");
      return [
        object("Secret", "s", {
          data: { plain: "cGxhaW4=", made: encoded },
          stringData: { a: "b" },
        }),
        object("ConfigMap", "c", { data: { host: `https://${host}/v1`, fixed: "x" } }),
      ];
    };
    const preview = await manifestsPlan(manifests);
    expect(resourceNamed(preview, "ai/Secret/s").inputs).toMatchObject({
      data: { plain: "[secret]", made: "[unknown]" },
      stringData: { a: "[secret]" },
    });
    expect(resourceNamed(preview, "ai/Secret/s").additionalSecretOutputs).toEqual([
      "data",
      "stringData",
    ]);
    expect(resourceNamed(preview, "ai/ConfigMap/c").inputs.data).toEqual({
      host: "[unknown]",
      fixed: "x",
    });

    const update = await manifestsPlan(manifests, { mode: "update" });
    expect(resourceNamed(update, "ai/ConfigMap/c").inputs.data).toEqual({
      host: "https://db.example/v1",
      fixed: "x",
    });
    const key = { mode: "update", fingerprintKey: "k" } as const;
    const made = (text: string) =>
      manifestsPlan(
        () => [object("Secret", "s", { data: { made: Buffer.from(text).toString("base64") } })],
        key,
      );
    const expected = resourceNamed(await made("password at db.example"), "ai/Secret/s").inputs.data;
    const { data } = resourceNamed(await manifestsPlan(manifests, key), "ai/Secret/s").inputs;
    expect(data).toMatchObject(expected as object);
  });

  it("lets a transform change the object and its options last", async () => {
    const plan = await planOf(() => {
      new Manifests(
        "m",
        {
          manifests: [object("ConfigMap", "c", { data: { a: "1" } })],
          transform: (given, opts) => ({
            object: { ...given, data: { a: "2" } } as Manifest,
            opts: { ...opts, protect: true },
          }),
        },
        { provider: testProvider() },
      );
    });
    expect(resourceNamed(plan, "ai/ConfigMap/c")).toMatchObject({
      inputs: { data: { a: "2" } },
      protect: true,
    });
  });

  it("refuses everything wrong at once, and registers nothing", async () => {
    const seen: number[] = [];
    const text = await refusalOf(() =>
      planOf(() => {
        const mark = token(pulumi.output("x"));
        try {
          new Manifests("m", {
            manifests: [
              object("ConfigMap", ""),
              object("ConfigMap", `c-${mark}`),
              object("ConfigMap", "twice"),
              object("ConfigMap", "twice"),
              object("ConfigMap", "cut", { data: { a: mark.slice(0, -2) } }),
              { manifest: object("ConfigMap", "e"), construct: "", dependsOn: [6] },
              { manifest: object("ConfigMap", "f"), construct: "", dependsOn: [5] },
            ],
          });
        } finally {
          seen.push(1);
        }
      }),
    );
    expect(text).toContain("Manifests m: 6 mistakes");
    expect(text).toContain("opts.provider: required: a kubernetes.Provider");
    expect(text).toContain('manifests[0].metadata.name: required: a text, got ""');
    expect(text).toContain("manifests[1].metadata.name: must be known before the program runs");
    expect(text).toContain("manifests[3]: is v1 ai/ConfigMap/twice, as manifests[2] is.");
    expect(text).toContain("manifests[4].data.a: the Output token was cut");
    expect(text).toMatch(
      /manifests\[[56]\]\.dependsOn: waits for ai\/ConfigMap\/[ef], which waits for this object/,
    );
    expect(seen).toEqual([1]);
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

/** Names in the order in which a plan lists dependencies. */
function byUrn(plan: { readonly resources: readonly PlannedResource[] }) {
  const urn = (name: string) => plan.resources.find((one) => one.name === name)?.urn ?? name;
  return (a: string, b: string) => (urn(a) < urn(b) ? -1 : 1);
}
