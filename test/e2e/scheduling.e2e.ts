// SPDX-License-Identifier: Apache-2.0
/**
 * @module The pods of our graphs find their machines, with Kubernetes' own controllers and scheduler and machines of kwok.
 *
 * The operator is not here: Deployments of the graph's pod templates stand in for what it makes of a graph.
 */
import {
  aws,
  disaggregated,
  efa,
  graphObjects,
  type PlacementStrategy,
  vllm,
} from "@dynamo-iac/constructs";
import type { DynamoGraphDeployment } from "@dynamo-iac/constructs/api";
import { type GraphView, readGraph } from "@dynamo-iac/constructs/checks";
import { carriedPools, checkPlacement, placeGraphs } from "@dynamo-iac/constructs/estimate";
import { afterAll, beforeAll, describe, expect, it, onTestFailed, onTestFinished } from "vitest";
import type { KubernetesObject } from "./support/api-client.js";
import { type Cluster, startCluster } from "./support/cluster.js";
import { isGraph, renderedExamples } from "./support/examples.js";
import {
  type Machine,
  machinesOf,
  nodeOf,
  openMachine,
  plainMachine,
  poolMachine,
} from "./support/nodes.js";
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
  readonly metadata: KubernetesObject["metadata"] & {
    readonly labels?: Readonly<Record<string, string>>;
  };
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
      const own = packedMachines(graph);
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

      await scalesUp(graph, namespace, wanted, own);
      for (const deployment of deployments) await cluster.client.delete(deployment);
      await podsWhen(namespace, (all) => all.length === 0);
    },
  );

  it.each([4, 12])("packs a role's pods on machines that are all there, of %i", async (count) => {
    const { namespace, machinesOfRole } = await startRoles(count);
    await podsWhen(namespace, (all) => all.length === 24 && all.every(isScheduled));
    expect(await machinesOfRole("prefill")).toHaveLength(2);
    expect(await machinesOfRole("decode")).toHaveLength(1);
  });

  it("spreads them on request, and the other role waits: what DYN-PLACE-017 warns of", async () => {
    const { graph, namespace, machinesOfRole } = await startRoles(4, "spread");
    const warned = checkPlacement(viewsOf(graph), carriedPools(graph).pools);
    expect(warned.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/^decode needs 1 machine .* may spread those 16 over 4 of the 4/),
    );
    await podsWhen(namespace, (all) =>
      all.some((pod) => conditionOf(pod, "PodScheduled") === "False"),
    );
    expect(await machinesOfRole("prefill")).toHaveLength(4);
    expect(await machinesOfRole("decode")).toEqual([]);
  });

  /**
   * Two roles of one-GPU workers that keep off one another's machines, and fill the processors of theirs, so that
   * the scheduler has every reason to take an empty machine; the first one is scheduled before the second comes.
   */
  async function startRoles(count: number, placementStrategy?: PlacementStrategy) {
    const namespace = `roles-${count}-${placementStrategy ?? "usual"}`;
    const labels = { pool: namespace };
    const pool = { name: namespace, machine: aws.p5_48xlarge, max: count, labels };
    const requests = { cpu: "22", memory: "200Gi" };
    const role = (replicas: number) => ({ replicas, placementStrategy, resources: { requests } });
    const [graph] = graphObjects("roles", {
      namespace,
      model: "Qwen/Qwen3-0.6B",
      engine: vllm(),
      serving: disaggregated({ prefill: role(16), decode: role(8) }),
      nodes: { pool, nodeSelector: labels, fabric: efa({ perGpu: 4 }) },
    }) as [DynamoGraphDeployment];
    const machines = machinesOf(pool, count).map(nodeOf);
    const [prefill, decode] = deploymentsOf(graph).slice(-2) as [
      KubernetesObject,
      KubernetesObject,
    ];
    onTestFinished(async () => {
      for (const object of [prefill, decode, ...machines]) await cluster.client.delete(object);
    });
    const own = { apiVersion: "v1", kind: "Namespace", metadata: { name: namespace } };
    await expectApplied([own, ...machines, prefill]);
    await podsWhen(namespace, (all) => all.length === 16 && all.every(isScheduled));
    await expectApplied([decode]);
    const machinesOfRole = async (name: string) => {
      const pods = await podsWhen(namespace, (all) => all.length === 24);
      const here = pods.filter(({ metadata }) => metadata.labels?.[componentLabel] === name);
      return [...new Set(here.flatMap(({ spec }) => spec.nodeName ?? []))];
    };
    return { graph, namespace, machinesOfRole };
  }

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

  /** One more replica of the last component gives that many more pods, on machines that it takes more. */
  async function scalesUp(
    graph: DynamoGraphDeployment,
    namespace: string,
    before: number,
    there: readonly Machine[],
  ): Promise<void> {
    const components = graph.spec?.components ?? [];
    const last = components.at(-1);
    if (last === undefined) return;
    const grown = { ...last, replicas: (last.replicas ?? 1) + 1 };
    const larger = { ...graph, spec: { components: [...components.slice(0, -1), grown] } };
    const names = there.map(({ name }) => name);
    const added = packedMachines(larger).filter(({ name }) => !names.includes(name));
    await expectApplied(added.map(nodeOf));
    onTestFinished(async () => {
      for (const machine of added) await cluster.client.delete(nodeOf(machine));
    });
    await expectApplied(deploymentsOf({ ...graph, spec: { components: [grown] } }));
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

/** The machines of the pools that a graph carries which its pods take when they are packed, and no other. */
function packedMachines(graph: DynamoGraphDeployment): readonly Machine[] {
  const { pools } = carriedPools(graph);
  if (pools.length === 0) return [];
  // One more replica may be more than a pool's maximum; here it only has to find room.
  const roomy = pools.map((pool) => ({ ...pool, max: pool.max + 1 }));
  const placement = placeGraphs(viewsOf(graph), roomy, { otherNodes: true });
  if (placement.outcome !== "placed") throw new Error("graph without a placement");
  return pools.flatMap((pool) =>
    machinesOf(pool, placement.pools.find((use) => use.pool === pool.name)?.machines ?? 0),
  );
}

function viewsOf(graph: DynamoGraphDeployment): readonly GraphView[] {
  return [readGraph(graph)?.view].filter((view) => view !== undefined);
}

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

function isScheduled(pod: Pod): boolean {
  return pod.spec.nodeName !== undefined;
}

function isReady(object: KubernetesObject): boolean {
  return conditionOf(object as Pod, "Ready") === "True";
}

function conditionOf({ status }: Pod, type: string): string | undefined {
  return status?.conditions?.find((condition) => condition.type === type)?.status;
}
