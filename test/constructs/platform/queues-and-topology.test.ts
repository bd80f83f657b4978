// SPDX-License-Identifier: Apache-2.0
/** @module Queues of KAI Scheduler and Volcano, and the topology of pools. */
import { App, aws, gcp, machine } from "@dynamo-iac/constructs";
import type { Pool } from "@dynamo-iac/constructs/estimate";
import {
  ClusterTopologyBinding,
  type ClusterTopologyBindingProps,
  DynamoKaiQueues,
  KaiQueue,
  KaiTopology,
  topologyLevels,
  VolcanoQueue,
} from "@dynamo-iac/constructs/platform";
import { describe, expect, it } from "vitest";
import { crdValidators } from "../../support/crds.js";
import { shared } from "../../support/shared.js";
import { chart, written } from "./construct.js";
import { codesOf } from "./orchestrated.js";

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
