// SPDX-License-Identifier: Apache-2.0
/** @module Our objects through Pulumi's real engine and Kubernetes provider: up, no change, a change, destroy. */
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { KubernetesObject } from "./support/api-client.js";
import { type Cluster, startCluster } from "./support/cluster.js";
import { definitionsOf, dynamoCrds, dynamoDefinitions } from "./support/crds.js";
import { isGraph, missingNamespaces, renderedExamples } from "./support/examples.js";
import { findPrograms } from "./support/programs.js";
import { pulumiPrograms, pulumiStack } from "./support/pulumi-stack.js";
import { count, timed } from "./support/report.js";

// The garbage collector ends a deletion that waits for what an object owns.
const companions = ["kube-controller-manager"] as const;
const programs = findPrograms(
  "etcd",
  "kube-apiserver",
  "kubectl",
  ...companions,
  ...pulumiPrograms,
);

const examples = renderedExamples().filter(({ name }) =>
  ["quickstart", "disaggregated", "existing-chart"].includes(name),
);

describe.skipIf(programs === undefined || dynamoCrds === undefined)("Pulumi's engine", () => {
  let cluster: Cluster;

  beforeAll(async () => {
    if (programs === undefined) return;
    cluster = await startCluster(programs, companions);
    const objects = examples.flatMap((example) => example.objects);
    await cluster.define([...definitionsOf(objects), ...dynamoDefinitions("v1beta1")]);
  }, 120_000);
  afterAll(() => cluster?.stop());

  it.each(examples)("brings up, changes and destroys example $name", async ({ name, objects }) => {
    if (programs === undefined) return;
    let wanted: readonly KubernetesObject[] = [...missingNamespaces(objects), ...objects];
    const { stack, remove } = await pulumiStack(programs, cluster, () => wanted);
    onTestFinished(remove);

    const up = await timed("pulumi up", () => stack.up());
    expect(up.summary.resourceChanges).toEqual({ create: wanted.length + 1 });
    const again = await timed("pulumi preview", () => stack.preview());
    expect(again.changeSummary).toEqual({ same: wanted.length + 1 });

    wanted = wanted.map(withOneMoreReplica);
    const preview = await stack.preview({ diff: true });
    expect(preview.changeSummary).toEqual({ same: wanted.length, update: 1 });
    expect(preview.stdout).toMatch(/~ replicas\s*: \d+ => \d+/);
    await timed("pulumi up", () => stack.up());
    const graph = wanted.find(isGraph);
    if (graph === undefined) throw new Error(`${name} has no graph`);
    const path = (await cluster.client.path(graph)) ?? "";
    expect(await cluster.client.get(path)).toMatchObject({ spec: graph.spec });

    const destroyed = await timed("pulumi destroy", () => stack.destroy());
    expect(destroyed.summary.resourceChanges).toEqual({ delete: wanted.length + 1 });
    for (const object of wanted) {
      const { status } = await cluster.client.request(
        "GET",
        (await cluster.client.path(object)) ?? "",
      );
      expect(status).toBe(404);
    }
    count("stacks that Pulumi brought up and destroyed");
  });
});

function withOneMoreReplica(object: KubernetesObject): KubernetesObject {
  if (!isGraph(object)) return object;
  const [first, ...others] = object.spec?.components ?? [];
  const grown = { ...first, replicas: (first?.replicas ?? 1) + 1 };
  return { ...object, spec: { ...object.spec, components: [grown, ...others] } };
}
