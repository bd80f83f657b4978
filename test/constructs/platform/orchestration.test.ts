// SPDX-License-Identifier: Apache-2.0
import {
  App,
  aggregated,
  aws,
  gcp,
  InferenceGraph,
  type InferenceGraphProps,
  machine,
  vllm,
} from "@dynamo-iac/constructs";
import type { Pool } from "@dynamo-iac/constructs/estimate";
import {
  ClusterTopologyBinding,
  type ClusterTopologyBindingProps,
  DynamoKaiQueues,
  KaiQueue,
  KaiTopology,
  Orchestration,
  type OrchestrationProps,
  topologyLevels,
  VolcanoQueue,
} from "@dynamo-iac/constructs/platform";
import { describe, expect, it } from "vitest";
import { crdValidators } from "../../support/crds.js";
import { shared } from "../../support/shared.js";
import { chart, written } from "./construct.js";

const crds = shared("crds/third-party/crd-yaml");
const validators = crds === undefined ? undefined : crdValidators(crds);

function expectValid(manifest: { readonly apiVersion: string; readonly kind: string }): void {
  if (validators === undefined) return;
  const validate = validators.get(`${manifest.apiVersion}/${manifest.kind}`);
  if (validate === undefined) throw new Error(`no schema of ${manifest.kind}`);
  validate(manifest);
  expect(validate.errors ?? []).toEqual([]);
}

const resources = (queue: KaiQueue) => written(queue).spec.resources;
const codesOf = (found: readonly { readonly code: string }[]) => found.map(({ code }) => code);

describe("KaiQueue", () => {
  it("writes cores as millicores and bytes as megabytes of a million", () => {
    const queue = new KaiQueue(chart(), "chat", {
      cpu: { quota: "96500m", limit: 128 },
      memory: { quota: "1Gi", limit: "2T" },
      gpu: { quota: 8, limit: 16, overQuotaWeight: 3 },
    });
    expect(resources(queue)).toEqual({
      cpu: { quota: 96_500, limit: 128_000, overQuotaWeight: 1 },
      memory: { quota: 1073.742, limit: 2_000_000, overQuotaWeight: 1 },
      gpu: { quota: 8, limit: 16, overQuotaWeight: 3 },
    });
  });

  it("is unlimited in what it does not say, and without a namespace", () => {
    const queue = new KaiQueue(chart(), "chat", { gpu: { quota: 0 } });
    const free = { quota: -1, limit: -1, overQuotaWeight: 1 };
    expect(resources(queue)).toEqual({
      cpu: free,
      memory: free,
      gpu: { quota: 0, limit: -1, overQuotaWeight: 1 },
    });
    expect(written(queue).metadata).toEqual({ name: "chat" });
  });

  it("fits the schema of KAI, below its parent", () => {
    const here = chart();
    const research = new KaiQueue(here, "research", { displayName: "Research" });
    const chat = new KaiQueue(here, "chat", { parent: research, priority: 100 });
    expect(written(chat).spec).toMatchObject({ parentQueue: "research", priority: 100 });
    expectValid(research.manifest());
    expectValid(chat.manifest());
    expect([...research.findings(), ...chat.findings()]).toEqual([]);
  });

  it("says when an amount is no quantity, and keeps quiet when that is waived", () => {
    const waive = [{ code: "DYN-ORCH-001", reason: "for the test" }] as const;
    const wrong = { memory: { limit: "12 GB" } };
    const [found] = new KaiQueue(chart(), "chat", wrong).findings();
    expect(found).toMatchObject({
      code: "DYN-ORCH-001",
      path: ["spec", "resources", "memory", "limit"],
    });
    expect(found?.message).toContain('got "12 GB"');
    expect(new KaiQueue(chart(), "chat", { ...wrong, waive }).findings()[0]?.waived).toBe(
      "for the test",
    );
  });

  it("makes the two queues of the chart", () => {
    const { parent, queue } = new DynamoKaiQueues(chart(), "queues");
    const free = { quota: -1, limit: -1, overQuotaWeight: 1 };
    const all = { cpu: free, gpu: free, memory: free };
    expect(parent.manifest()).toEqual({
      apiVersion: "scheduling.run.ai/v2",
      kind: "Queue",
      metadata: { name: "dynamo-default" },
      spec: { resources: all },
    });
    expect(queue.manifest()).toMatchObject({
      metadata: { name: "dynamo" },
      spec: { parentQueue: "dynamo-default", resources: all },
    });
  });
});

describe("VolcanoQueue", () => {
  it("writes what was said, and the defaults of Volcano", () => {
    const queue = new VolcanoQueue(chart(), "chat", {
      capability: { "nvidia.com/gpu": 16 },
      guarantee: { cpu: "8" },
      parent: "research",
    });
    expect(queue.manifest()).toEqual({
      apiVersion: "scheduling.volcano.sh/v1beta1",
      kind: "Queue",
      metadata: { name: "chat" },
      spec: {
        weight: 1,
        reclaimable: true,
        capability: { "nvidia.com/gpu": 16 },
        guarantee: { resource: { cpu: "8" } },
        parent: "research",
      },
    });
    expect(queue.findings()).toEqual([]);
  });
});

const p5: Pool = { name: "p5", machine: aws.p5_48xlarge, max: 4 };
const gb200: Pool = { name: "gb200", machine: gcp.a4x_highgpu_4g, max: 18 };
const own: Pool = {
  name: "rack",
  machine: machine({ cloud: "other", type: "dgx", vcpu: 112, ramGiB: 2048, gpus: 8 }),
  max: 4,
};

function binding(props: ClusterTopologyBindingProps) {
  return new ClusterTopologyBinding(chart(), "gpus", props);
}

describe("ClusterTopologyBinding", () => {
  it.each(Object.entries(topologyLevels))(
    "fits the schema of Grove with the levels %s",
    (_, levels) => {
      const object = binding({ levels });
      expectValid(object.manifest());
      expect(written(object).metadata).toEqual({ name: "gpus" });
      expect(object.findings()).toEqual([]);
    },
  );

  it("takes zone and host, and the rack where every machine is in one", () => {
    const domains = (pools?: readonly Pool[]) =>
      binding({ pools }).levels.map((each) => each.domain);
    expect(domains()).toEqual(["zone", "host"]);
    expect(domains([p5, gb200])).toEqual(["zone", "host"]);
    expect(domains([gb200])).toEqual(["zone", "rack", "host"]);
  });

  it("says which pools lack a label", () => {
    const props = { levels: topologyLevels.aws, pools: [p5, gb200] };
    const found = binding(props).labelFindings(props);
    expect(codesOf(found)).toEqual(["DYN-ORCH-008", "DYN-ORCH-008"]);
    expect(found[0]).toMatchObject({ path: ["spec", "levels", 1, "key"] });
    expect(found[0]?.message).toBe(
      "level block: nodes of 1 of 2 pools, gb200 (a4x-highgpu-4g), have no label topology.k8s.aws/network-node-layer-2",
    );
    expect(found[0]?.fix).toMatch(/Remove the level/);
    const sound = { levels: topologyLevels.aws, pools: [p5] };
    expect(binding(sound).labelFindings(sound)).toEqual([]);
  });

  it("asks for a label that nobody is known to set until the pool names it", () => {
    const levels = [{ domain: "rack", key: "example.com/rack" }];
    const found = binding({ levels, pools: [own] }).labelFindings({ levels, pools: [own] });
    expect(codesOf(found)).toEqual(["DYN-ORCH-013"]);
    expect(found[0]?.message).toContain("1 of 1 pool, rack (dgx)");
    expect(found[0]?.fix).toMatch(/labels of the pool/);
    const pools = [{ ...own, labels: { "example.com/rack": "r1" } }];
    expect(binding({ levels, pools }).labelFindings({ levels, pools })).toEqual([]);
  });

  it("does not know zones of one's own machines without being told", () => {
    const codes = (pool: Pool) =>
      codesOf(binding({ pools: [pool] }).labelFindings({ pools: [pool] }));
    expect(codes(own)).toEqual(["DYN-ORCH-013"]);
    expect(codes({ ...own, zones: ["hall-1"] })).toEqual([]);
  });

  it("stops the synthesis of an app whose nodes have no such label", () => {
    const app = new App({ report: () => undefined });
    const here = chart();
    new ClusterTopologyBinding(here, "gpus", { levels: topologyLevels.nvlink, pools: [p5] });
    expect(app.findings()).toEqual([]);
    expect(codesOf((here.node.root as App).findings())).toEqual(["DYN-ORCH-008"]);
  });

  it("names a Topology of KAI that somebody else made", () => {
    const here = chart();
    const topology = new KaiTopology(here, "own", { levels: topologyLevels.any });
    expectValid(topology.manifest());
    const props = { levels: topologyLevels.any, schedulerTopologyBindings: [topology.reference] };
    const object = new ClusterTopologyBinding(here, "gpus", props);
    expect(written(object).spec.schedulerTopologyBindings).toEqual([
      { schedulerName: "kai-scheduler", topologyReference: "own" },
    ]);
    expectValid(object.manifest());
  });
});

function orchestration(props: OrchestrationProps = {}) {
  return new Orchestration(chart(), "orchestration", props);
}

/** A graph over two nodes, with further settings. */
function graph(more: Pick<InferenceGraphProps, "topologyConstraint" | "orchestrator"> = {}) {
  return new InferenceGraph(chart(), "qwen3", {
    model: { id: "Qwen/Qwen3-32B" },
    engine: vllm({ maxModelLen: 32_768 }),
    serving: aggregated({ nodeCount: 2, tensorParallel: 16 }),
    ...more,
  });
}

describe("Orchestration", () => {
  it("installs Grove and KAI in the versions of the Dynamo release", () => {
    const { charts, orchestrators, cluster } = orchestration();
    expect(orchestrators).toEqual(["grove", "kai"]);
    expect(charts.map(({ release, version, namespace }) => [release, version, namespace])).toEqual([
      ["grove", "v0.1.0-alpha.12-rc1", "grove-system"],
      ["kai-scheduler", "v0.13.4", "kai-scheduler"],
    ]);
    expect(charts[0]?.values).toMatchObject({
      replicaCount: 2,
      config: {
        topologyAwareScheduling: { enabled: true },
        scheduler: { profiles: [{ name: "default-scheduler" }, { name: "kai-scheduler" }] },
      },
    });
    expect(cluster).toEqual({
      dynamoVersion: "1.4.0",
      orchestrators: ["grove", "kai"],
      groveVersion: "v0.1.0-alpha.12-rc1",
      kaiVersion: "v0.13.4",
    });
    expect(orchestration().findings()).toEqual([]);
  });

  it("leaves out what exists, and still counts it", () => {
    const set = orchestration({ grove: { existing: true, version: "v0.1.0-alpha.11" } });
    expect(set.charts.map(({ release }) => release)).toEqual(["kai-scheduler"]);
    expect(set.orchestrators).toEqual(["grove", "kai"]);
    expect(set.findings()).toEqual([]);
  });

  it("has LeaderWorkerSet start gangs of Volcano", () => {
    const set = orchestration({ grove: false, kai: false, lws: {}, volcano: {} });
    expect(set.orchestrators).toEqual(["lws", "volcano"]);
    expect(set.charts[0]?.values).toMatchObject({
      gangSchedulingManagement: { schedulerProvider: "volcano" },
      image: { manager: { tag: "v0.8.0" } },
    });
    expect(set.charts[1]).toMatchObject({
      chart: "volcano",
      repository: "https://volcano-sh.github.io/helm-charts",
      values: { basic: { image_tag_version: "v1.15.1", image_pull_policy: "IfNotPresent" } },
    });
    expect(set.findings()).toEqual([]);
  });

  it("lays the user's values over its own", () => {
    const values = { config: { logLevel: "debug" as const }, replicaCount: 1 };
    const [grove] = orchestration({ grove: { values } }).charts;
    expect(grove?.values).toMatchObject({
      replicaCount: 1,
      config: { logLevel: "debug", leaderElection: { enabled: true } },
    });
  });

  it("takes the versions of the release that is installed", () => {
    const set = orchestration({ dynamoVersion: "1.3.0" });
    expect(set.cluster.groveVersion).toBe("v0.1.0-alpha.8");
    expect(set.findings()).toEqual([]);
  });

  it.each<[string, OrchestrationProps, string, string, RegExp, RegExp]>([
    [
      "an old Grove",
      { grove: { version: "v0.1.0-alpha.9" } },
      "DYN-VER-005",
      "grove.version",
      /Dynamo 1\.4 needs Grove 0\.1\.0-alpha\.11.*alpha\.9/,
      /Upgrade Grove/,
    ],
    [
      "a Grove that is too new",
      { dynamoVersion: "1.3.0", grove: { version: "v0.1.0-alpha.12-rc1" } },
      "DYN-VER-005",
      "grove.version",
      /Dynamo 1\.3 works with Grove below 0\.1\.0-alpha\.9/,
      /Use Grove 0\.1\.0-alpha\.8/,
    ],
    [
      "an old KAI",
      { kai: { version: "v0.12.0" } },
      "DYN-VER-006",
      "kai.version",
      /KAI 0\.13\.4/,
      /Upgrade KAI/,
    ],
    [
      "an old LeaderWorkerSet",
      { lws: { version: "0.6.2" }, volcano: {} },
      "DYN-ORCH-010",
      "lws.version",
      /0\.6\.2 starts no gangs/,
      /0\.7\.0 or later/,
    ],
    [
      "an old Volcano under Grove",
      { kai: false, volcano: { version: "1.12.1", schedulesGrove: true } },
      "DYN-ORCH-010",
      "volcano.version",
      /Grove needs Volcano 1\.14\.0, and this is 1\.12\.1/,
      /1\.14\.0/,
    ],
    [
      "no version",
      { dynamoVersion: "latest" },
      "DYN-ORCH-010",
      "dynamoVersion",
      /got "latest"/,
      /1\.4\.0/,
    ],
    [
      "LeaderWorkerSet alone",
      { lws: {} },
      "DYN-ORCH-009",
      "lws",
      /uses neither/,
      /Set volcano: \{\}/,
    ],
    [
      "two schedulers for Grove",
      { volcano: { schedulesGrove: true } },
      "DYN-ORCH-009",
      "volcano.schedulesGrove",
      /KAI and Volcano are both/,
      /kai to false/,
    ],
    [
      "Volcano for a Grove that is not there",
      { grove: false, kai: false, volcano: { schedulesGrove: true } },
      "DYN-ORCH-009",
      "volcano.schedulesGrove",
      /Grove is not there/,
      /Remove schedulesGrove/,
    ],
    ["KAI without Grove", { grove: false }, "DYN-ORCH-009", "kai", /Grove is not/, /kai to false/],
    [
      "a value that the chart does not have",
      { grove: { values: { config: { logLevl: "debug" } } as never } },
      "DYN-ORCH-012",
      "grove.values.config.logLevl",
      /no value logLevl/,
      /Write logLevel instead/,
    ],
    [
      "a value of the wrong kind",
      { kai: { values: { operator: { replicaCount: "2" } } as never } },
      "DYN-ORCH-012",
      "kai.values.operator.replicaCount",
      /expected number/,
      /what the chart expects/,
    ],
  ])("names %s", (_, props, code, path, message, fix) => {
    const found = orchestration(props).findings();
    expect(codesOf(found)).toEqual([code]);
    expect(found[0]?.path.join(".")).toBe(path);
    expect(found[0]?.message).toMatch(message);
    expect(found[0]?.fix).toMatch(fix);
    const waived = orchestration({ ...props, waive: [{ code: code as never, reason: "test" }] });
    expect(waived.findings()[0]?.waived).toBe("test");
  });
});

describe("Orchestration for graphs", () => {
  const packed = { topologyConstraint: { clusterTopologyName: "gpus", packDomain: "rack" } };

  it("names a graph that it cannot run, and what would", () => {
    const set = orchestration({ grove: false, kai: false, graphs: [graph()] });
    const [found, ...more] = set.findings();
    expect(more).toEqual([]);
    expect(found?.code).toBe("DYN-ORCH-011");
    expect(found?.message).toMatch(
      /DynamoGraphDeployment\/qwen3 spec\.components\[\d\]\.multinode: .* spans 2 nodes, and the cluster has no orchestrator/,
    );
    expect(found?.fix).toBe("Install grove, or lws with volcano.");
    expect(orchestration({ graphs: [graph(packed)] }).findings()).toEqual([]);
  });

  it("names a topology constraint while topology awareness is off", () => {
    const set = orchestration({ grove: { topologyAware: false }, graphs: [graph(packed)] });
    expect(codesOf(set.findings())).toEqual(["DYN-ORCH-011"]);
    expect(set.findings()[0]).toMatchObject({ path: ["grove", "topologyAware"] });
  });

  it("names what no orchestrator helps with", () => {
    const away = graph({ ...packed, orchestrator: "deployment" });
    const found = orchestration({ lws: {}, volcano: {}, graphs: [away] }).findings();
    expect(codesOf(found)).toEqual(["DYN-ORCH-011"]);
    expect(found[0]?.fix).toMatch(/let the graph run on Grove/);
  });
});
