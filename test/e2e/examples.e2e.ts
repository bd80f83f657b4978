// SPDX-License-Identifier: Apache-2.0
/** @module What we render, and what our API rules call clean, is taken by a real API server. */
import { basename } from "node:path";
import { graphToV1alpha1, validate } from "@dynamo-iac/constructs/api";
import { blocking } from "@dynamo-iac/constructs/facts";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { shared } from "../support/shared.js";
import type { KubernetesObject, Written } from "./support/api-client.js";
import { type Cluster, startCluster } from "./support/cluster.js";
import {
  type DynamoVersion,
  definitionsOf,
  dynamoCrds,
  dynamoDefinitions,
} from "./support/crds.js";
import { type Example, isGraph, missingNamespaces, renderedExamples } from "./support/examples.js";
import { readManifests, yamlFiles } from "./support/manifests.js";
import { findPrograms } from "./support/programs.js";
import { count, timed } from "./support/report.js";

const programs = findPrograms("etcd", "kube-apiserver", "kubectl");
const runnable = programs !== undefined && dynamoCrds !== undefined;

/** All that the API server may remark on our objects. */
const expected = /^nvidia\.com\/v1alpha1 \w+ is deprecated; use nvidia\.com\/v1beta1 \w+$/;

/** What a reader of those manifests has to fill in. */
const placeholders = { "my-tag": "1.4.0", "${STORAGE_CLASS_NAME}": "standard" };

/** The API server writes a new claim once more, the same byte for byte, when it is applied for the second time. */
const settlesLate = ({ kind }: KubernetesObject) => kind === "PersistentVolumeClaim";

const isWebhook = ({ kind }: KubernetesObject) => kind.endsWith("WebhookConfiguration");

/** Kinds in manifests of others whose definition no module has. */
const undefinedKinds: ReadonlySet<string> = new Set(["ComputeDomain"]);

const examples = renderedExamples();
const clean = conformance().filter(
  ({ objects }) => blocking(objects.flatMap((object) => validate(object))).length === 0,
);

describe.skipIf(!runnable)("an API server with v1beta1", () => {
  const { cluster } = clusterFor("v1beta1");

  it.each(examples)(
    "takes example $name twice, the second time without a change",
    async ({ file, objects }) => {
      // No operator answers here, so webhooks of a platform must not judge the next example.
      onTestFinished(async () => {
        for (const object of objects.filter(isWebhook)) await cluster().client.delete(object);
      });
      await cluster().apply(missingNamespaces(objects));
      const first = await kubectlApply(file);
      const second = await kubectlApply(file);
      expect(first.warnings).toEqual([]);
      expect(second.versions).toEqual(first.versions);
      expect(first.versions).toHaveLength(objects.length);
      count("objects applied", objects.length);
    },
  );

  it.each(clean.filter(isOf("v1beta1")))("takes manifest $name", ({ objects }) =>
    takes(cluster(), objects),
  );

  async function kubectlApply(file: string) {
    const flags = ["--server-side", "--validate=strict", "-o", "json"];
    const { stdout, stderr } = await cluster().kubectl("apply", ...flags, "-f", file);
    const answer = JSON.parse(stdout) as KubernetesObject & {
      readonly items?: readonly KubernetesObject[];
    };
    const results = answer.items ?? [answer];
    const versions = results.map((each) =>
      settlesLate(each) ? "" : each.metadata.resourceVersion,
    );
    return { versions, warnings: stderr.split("\n").filter((line) => line !== "") };
  }
});

describe.skipIf(!runnable)("an API server with v1alpha1", () => {
  const { cluster } = clusterFor("v1alpha1");

  it.each(clean.filter(isOf("v1alpha1")))("takes manifest $name", ({ objects }) =>
    takes(cluster(), objects),
  );

  it.each(examples)("takes example $name after conversion", ({ objects }) =>
    takes(
      cluster(),
      objects.filter(isGraph).map((graph) => graphToV1alpha1(graph).object as KubernetesObject),
    ),
  );
});

/** Starts a cluster before the tests of a block. */
function clusterFor(version: DynamoVersion): { readonly cluster: () => Cluster } {
  let started: Cluster | undefined;
  const cluster = () => {
    if (started === undefined) throw new Error("the cluster did not start");
    return started;
  };
  beforeAll(async () => {
    if (programs === undefined) return;
    started = await timed("start etcd and API server", () => startCluster(programs));
    const objects = [...examples, ...clean].flatMap((manifest) => manifest.objects);
    const crds = [...definitionsOf(objects), ...dynamoDefinitions(version)];
    await timed("install CRDs", () => cluster().define(crds));
  }, 180_000);
  afterAll(() => started?.stop());
  return { cluster };
}

/** Written twice: no rejection, no remark that we do not know, and nothing changes the second time. */
async function takes(cluster: Cluster, objects: readonly KubernetesObject[]): Promise<void> {
  const known = objects.filter(({ kind }) => !undefinedKinds.has(kind));
  await cluster.apply(missingNamespaces(known));
  const first = await cluster.apply(known);
  const second = await cluster.apply(known);
  expect(first.map(({ error }) => error)).toEqual(known.map(() => undefined));
  expect(first.flatMap(({ warnings }) => warnings).filter((text) => !expected.test(text))).toEqual(
    [],
  );
  expect(second.map(version)).toEqual(first.map(version));
  count("objects applied", known.length);
}

function version({ object, resourceVersion }: Written): string | undefined {
  return settlesLate(object) ? "" : resourceVersion;
}

function conformance(): readonly Example[] {
  const folder = shared("conformance/dgd");
  const files = folder === undefined ? [] : yamlFiles(folder);
  return files.map((file) => ({
    name: basename(file),
    file,
    objects: readManifests(file, placeholders),
  }));
}

function isOf(version: DynamoVersion): (manifest: Example) => boolean {
  return ({ objects }) => objects.some(({ apiVersion }) => apiVersion === `nvidia.com/${version}`);
}
