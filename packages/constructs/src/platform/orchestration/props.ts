// SPDX-License-Identifier: Apache-2.0
/** @module What a user says of the orchestrators of a cluster, and every default. */
import type { Orchestrator } from "../../checks/index.js";
import {
  dynamoVersion,
  parseVersion,
  type ReleaseFacts,
  releaseFacts,
  releases,
  type Version,
  type Waiver,
} from "../../facts/index.js";
import type { KubeObject } from "../../graph/index.js";
import { type GroveOptions, groveChart } from "./charts/grove.js";
import { type KaiOptions, kaiChart } from "./charts/kai.js";
import { type LwsOptions, lwsChart } from "./charts/lws.js";
import { type VolcanoOptions, volcanoChart } from "./charts/volcano.js";
import type { HelmChart } from "./helm-chart.js";

/** The orchestrators of a cluster. */
export interface OrchestrationProps {
  /** Release of the Dynamo operator that drives them. @default "1.4.0" */
  readonly dynamoVersion?: string | undefined;
  /** Grove, which starts the pods of a graph as one; false for a cluster without. @default - with its defaults */
  readonly grove?: GroveOptions | false | undefined;
  /** KAI, which places pods together; false for a cluster without. @default - with its defaults */
  readonly kai?: KaiOptions | false | undefined;
  /** LeaderWorkerSet, for multi-node graphs that are kept away from Grove. @default - none */
  readonly lws?: LwsOptions | undefined;
  /** Volcano, which LeaderWorkerSet needs. @default - none */
  readonly volcano?: VolcanoOptions | undefined;
  /** Graphs that the cluster has to be able to run. @default - none are looked at */
  readonly graphs?: readonly Pick<KubeObject, "manifest">[] | undefined;
  /** Findings that are acceptable here, each with its reason. @default - none */
  readonly waive?: readonly Waiver[] | undefined;
}

/** The orchestrators with everything said. */
export interface ResolvedOrchestration {
  readonly id: string;
  /** As it was given. */
  readonly dynamoVersion: string;
  /** Undefined when it is no version. */
  readonly dynamo: Version | undefined;
  readonly grove: GroveOptions | undefined;
  readonly kai: KaiOptions | undefined;
  readonly lws: LwsOptions | undefined;
  readonly volcano: VolcanoOptions | undefined;
  /** By orchestrator, those that exist already too. */
  readonly charts: Readonly<Partial<Record<Orchestrator, HelmChart>>>;
  readonly orchestrators: readonly Orchestrator[];
}

/** Resolves the props; `id` is the construct's. */
export function resolveOrchestration(id: string, props: OrchestrationProps): ResolvedOrchestration {
  const { lws, volcano } = props;
  const version = props.dynamoVersion ?? dynamoVersion;
  const dynamo = parseVersion(version);
  const grove = props.grove === false ? undefined : (props.grove ?? {});
  const kai = props.kai === false ? undefined : (props.kai ?? {});
  const facts = factsOf(dynamo);
  const schedulers = [
    ...(kai === undefined ? [] : (["kai-scheduler"] as const)),
    ...(volcano?.schedulesGrove === true ? (["volcano"] as const) : []),
  ];
  const charts: Partial<Record<Orchestrator, HelmChart>> = {
    ...(grove === undefined ? {} : { grove: groveChart(grove, facts, schedulers) }),
    ...(kai === undefined ? {} : { kai: kaiChart(kai, facts) }),
    ...(lws === undefined ? {} : { lws: lwsChart(lws) }),
    ...(volcano === undefined ? {} : { volcano: volcanoChart(volcano) }),
  };
  const all = ["grove", "kai", "lws", "volcano"] as const;
  const orchestrators = all.filter((name) => charts[name] !== undefined);
  return { id, dynamoVersion: version, dynamo, grove, kai, lws, volcano, charts, orchestrators };
}

/** Of a release that is not in the table: those of the newest. */
function factsOf(version: Version | undefined): ReleaseFacts {
  const known = version === undefined ? undefined : releaseFacts(version);
  const newest = known ?? releases.at(-1);
  if (newest === undefined) throw new Error("the table of releases is empty");
  return newest;
}
