// SPDX-License-Identifier: Apache-2.0
/**
 * @module The pods of our graphs find their machines, with Kubernetes' own controllers and scheduler and machines of kwok.
 *
 * The operator is not here: Deployments of the graph's pod templates stand in for what it makes of a graph.
 */
import type { DynamoGraphDeployment } from "@dynamo-iac/constructs/api";
import { carriedPools } from "@dynamo-iac/constructs/estimate";
import { afterAll, beforeAll, describe, expect, it, onTestFailed, onTestFinished } from "vitest";
import type { KubernetesObject } from "./support/api-client.js";
import { type Cluster, startCluster } from "./support/cluster.js";
import { isGraph, renderedExamples } from "./support/examples.js";
import { machinesOf, nodeOf, openMachine, plainMachine, poolMachine } from "./support/nodes.js";
import { findPrograms } from "./support/programs.js";
import { count, timed } from "./support/report.js";
import { componentLabel, deploymentsOf, neighboursOf, podsOf } from "./support/stand-in.js";

const companions = ["kube-controller-manager", "kube-scheduler", "kwok"] as const;
const programs = findPrograms("etcd", "kube-apiserver", "kubectl", ...companions);

/** Machines that are there for every graph; those of its own pools come with it. */
const machines = [
  plainMachine("plain"),
  ...["a", "b", "c"].map((name) => poolMachine(`pool-${name}`, "p5.48xlarge")),
  ...["a", "b", "c", "d"].map((name) => openMachine(`open-${name}`)),
];

interface Pod extends KubernetesObject {
  readonly spec: {
    readonly nodeName?: string;
    readonly nodeSelector?: Readonly<Record<string, string>>;
    readonly containers: readonly {
      readonly resources?: { readonly limits?: Readonly<Record<string, string>> };
    }[];
  };
  readonly status: {
    readonly conditions?: readonly { readonly type: string; readonly status: string }[];
  };
}

const graphs = renderedExamples().flatMap(({ objects }) => objects.filter(isGraph));

describe.skipIf(programs === undefined)("a cluster with GPU machines of kwok", () => {
  let cluster: Cluster;

  beforeAll(async () => {
    if (programs === undefined) return;
    cluster = await timed("start controllers, scheduler, kwok", () =>
      startCluster(programs, companions),
    );
    await expectApplied(machines.map(nodeOf));
    await cluster.until("/api/v1/nodes", 60, (nodes) => nodes.length > 0 && nodes.every(isReady));
  }, 120_000);
  afterAll(() => cluster?.stop());

  it.each(graphs)(
    "runs the pods of graph $metadata.name on machines that have what they ask for",
    async (graph) => {
      const namespace = graph.metadata.namespace ?? "default";
      const deployments = deploymentsOf(graph);
      onTestFailed(async () => {
        for (const deployment of deployments) await cluster.client.delete(deployment);
      });
      await expectApplied([{ apiVersion: "v1", kind: "Namespace", metadata: { name: namespace } }]);
      const own = carriedPools(graph).pools.flatMap((pool) => machinesOf(pool, 10));
      await expectApplied(own.map(nodeOf));
      onTestFinished(async () => {
        for (const machine of own) await cluster.client.delete(nodeOf(machine));
      });
      await expectApplied([...neighboursOf(graph), ...deployments]);
      const wanted = (graph.spec?.components ?? []).reduce(
        (sum, component) => sum + podsOf(component),
        0,
      );
      const pods = await podsWhen(namespace, (all) => all.length === wanted && all.every(isReady));

      for (const pod of pods)
        expect([...machines, ...own].find(({ name }) => name === pod.spec.nodeName)).toMatchObject(
          needsOf(pod),
        );
      count("pods scheduled and ready", pods.length);
      count("graphs whose pods became ready (stand-in, not the operator)");

      await scalesUp(graph, namespace, wanted);
      for (const deployment of deployments) await cluster.client.delete(deployment);
      await podsWhen(namespace, (all) => all.length === 0);
    },
  );

  it("leaves a pod waiting that asks for more GPUs than a machine has", async () => {
    const hungry = {
      name: "main",
      image: "a:1.4.0",
      resources: { limits: { "nvidia.com/gpu": "9" } },
    };
    const graph: DynamoGraphDeployment = {
      apiVersion: "nvidia.com/v1beta1",
      kind: "DynamoGraphDeployment",
      metadata: { name: "too-large" },
      spec: { components: [{ name: "worker", podTemplate: { spec: { containers: [hungry] } } }] },
    };
    await expectApplied(deploymentsOf(graph));
    const [pod] = await podsWhen("default", (all) =>
      all.some((each) => conditionOf(each, "PodScheduled") === "False"),
    );
    expect(JSON.stringify(pod?.status)).toContain("Insufficient nvidia.com/gpu");
  });

  /** One more replica of the last component gives that many more pods. */
  async function scalesUp(
    graph: DynamoGraphDeployment,
    namespace: string,
    before: number,
  ): Promise<void> {
    const last = graph.spec?.components?.at(-1);
    if (last === undefined) return;
    const scaled = deploymentsOf({
      ...graph,
      spec: { components: [{ ...last, replicas: (last.replicas ?? 1) + 1 }] },
    });
    await expectApplied(scaled);
    const more = podsOf({ ...last, replicas: 1 });
    await podsWhen(namespace, (all) => all.length === before + more && all.every(isReady));
  }

  async function podsWhen(
    namespace: string,
    wanted: (pods: readonly Pod[]) => boolean,
  ): Promise<readonly Pod[]> {
    const selector = new URLSearchParams({ labelSelector: componentLabel });
    const path = `/api/v1/namespaces/${namespace}/pods?${selector}`;
    return (await cluster.until(path, 60, (all) =>
      wanted(all as readonly Pod[]),
    )) as readonly Pod[];
  }

  async function expectApplied(objects: readonly KubernetesObject[]): Promise<void> {
    const refused = (await cluster.apply(objects)).filter(({ accepted }) => !accepted);
    expect(refused.map(({ error }) => error)).toEqual([]);
  }
});

/** What the machine of a pod must have: its labels and devices; without need of devices, no taint either. */
function needsOf({ spec }: Pod): object {
  const limits = spec.containers.flatMap(({ resources }) => Object.keys(resources?.limits ?? {}));
  const devices = limits.filter((name) => name.includes("/"));
  return {
    labels: spec.nodeSelector ?? {},
    devices: Object.fromEntries(devices.map((name) => [name, expect.any(String)])),
    ...(devices.length === 0 ? { taints: [] } : {}),
  };
}

function isReady(object: KubernetesObject): boolean {
  return conditionOf(object as Pod, "Ready") === "True";
}

function conditionOf({ status }: Pod, type: string): string | undefined {
  return status?.conditions?.find((condition) => condition.type === type)?.status;
}
