// SPDX-License-Identifier: Apache-2.0
/** @module The examples through Manifests, Pulumi's real engine and Kubernetes provider: up, no change, a change, destroy. */
import { Manifests } from "@dynamo-iac/clouds/kubernetes";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { KubernetesObject } from "./support/api-client.js";
import { type Cluster, startCluster } from "./support/cluster.js";
import { definitionsOf, dynamoCrds, dynamoDefinitions } from "./support/crds.js";
import {
  isGraph,
  missingNamespaces,
  renderedExamples,
  withOneMoreReplica,
} from "./support/examples.js";
import { findPrograms } from "./support/programs.js";
import { changedFields, pulumiPrograms, pulumiStack } from "./support/pulumi-stack.js";
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

/** The stack itself, the provider and the component. */
const others = 3;

describe.skipIf(programs === undefined || dynamoCrds === undefined)("Pulumi's engine", () => {
  let cluster: Cluster;

  beforeAll(async () => {
    if (programs === undefined) return;
    const objects = examples.flatMap((example) => example.objects);
    const crds = [...definitionsOf(objects), ...dynamoDefinitions("v1beta1")];
    cluster = await startCluster(programs, companions, crds);
  }, 120_000);
  afterAll(() => cluster?.stop());

  it.each(examples)("brings up, changes and destroys example $name", async ({ name, objects }) => {
    if (programs === undefined) return;
    let wanted: readonly KubernetesObject[] = [...missingNamespaces(objects), ...objects];
    const { stack, remove } = await pulumiStack(programs, cluster, (provider) => {
      new Manifests(name, { manifests: wanted }, { provider });
    });
    onTestFinished(remove);

    const up = await timed("pulumi up", () => stack.up());
    expect(up.summary.resourceChanges).toEqual({ create: wanted.length + others });
    const again = await timed("pulumi preview", () => stack.preview({ refresh: true }));
    expect(again.changeSummary).toEqual({ same: wanted.length + others });

    wanted = wanted.map(withOneMoreReplica);
    const graph = wanted.find(isGraph);
    if (graph === undefined) throw new Error(`${name} has no graph`);
    const { namespace, name: graphName } = graph.metadata;
    expect(await changedFields(stack)).toEqual([
      `${namespace}/DynamoGraphDeployment/${graphName}: spec.components[0].replicas`,
    ]);
    await timed("pulumi up", () => stack.up());
    const path = (await cluster.client.path(graph)) ?? "";
    expect(await cluster.client.get(path)).toMatchObject({ spec: graph.spec });

    const destroyed = await timed("pulumi destroy", () => stack.destroy());
    expect(destroyed.summary.resourceChanges).toEqual({ delete: wanted.length + others });
    expect(await cluster.remaining(wanted)).toEqual([]);
    count("stacks that Pulumi brought up and destroyed");
  });
});
