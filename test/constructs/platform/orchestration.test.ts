// SPDX-License-Identifier: Apache-2.0
/** @module Grove, KAI Scheduler, LeaderWorkerSet and Volcano: what is installed, and for which graphs. */
import { Orchestration, type OrchestrationProps } from "@dynamo-iac/constructs/platform";
import { describe, expect, it } from "vitest";
import { chart } from "./construct.js";
import { codesOf, graph } from "./orchestrated.js";

function orchestration(props: OrchestrationProps = {}) {
  return new Orchestration(chart(), "orchestration", props);
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
