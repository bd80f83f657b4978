// SPDX-License-Identifier: Apache-2.0
/** @module Manifests: one resource per object, and nothing that another writer owns. */
import { type Manifest, Manifests, token } from "@dynamo-iac/clouds/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import {
  laterOutput,
  planOf,
  refusalOf,
  resourceNamed,
  testProvider,
} from "../../support/clouds/record.js";
import { deployment, manifestsPlan, object } from "./registered.js";

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
