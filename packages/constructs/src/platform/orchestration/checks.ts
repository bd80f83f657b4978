// SPDX-License-Identifier: Apache-2.0
/** @module Rules about the orchestrators of a cluster: versions, company, the graphs they have to run. */
import { companionFits, compareRelease, isMet, orchestratorsFor } from "../../checks/index.js";
import {
  type FieldPath,
  type Finding,
  type FindingCode,
  finding,
  formatPath,
  lwsMinimum,
  show,
  volcanoForGrove,
} from "../../facts/index.js";
import { groveValues } from "./charts/grove.js";
import { kaiValues } from "./charts/kai.js";
import { lwsValues } from "./charts/lws.js";
import { volcanoValues } from "./charts/volcano.js";
import { unknownValues } from "./helm-chart.js";
import type { ResolvedOrchestration } from "./props.js";

type Say = (code: FindingCode, path: FieldPath, message: string, fix: string) => Finding;

/** Everything that is wrong with these settings; waivers are not applied. */
export function checkOrchestration(
  set: ResolvedOrchestration,
  graphs: readonly unknown[],
): readonly Finding[] {
  const object = `Orchestration/${set.id}`;
  const say: Say = (code, path, message, fix) => finding(code, { object, path }, message, fix);
  return [
    ...checkVersions(set, say),
    ...checkCompany(set, say),
    ...checkGraphs(set, graphs, say),
    ...unknownValues(set.grove?.values ?? {}, groveValues, object, ["grove", "values"]),
    ...unknownValues(set.kai?.values ?? {}, kaiValues, object, ["kai", "values"]),
    ...unknownValues(set.lws?.values ?? {}, lwsValues, object, ["lws", "values"]),
    ...unknownValues(set.volcano?.values ?? {}, volcanoValues, object, ["volcano", "values"]),
  ];
}

function checkVersions(set: ResolvedOrchestration, say: Say): readonly Finding[] {
  const { dynamo, charts } = set;
  if (dynamo === undefined) {
    const message = `must be a version such as 1.4.0, got ${show(set.dynamoVersion)}`;
    return [say("DYN-ORCH-010", ["dynamoVersion"], message, 'Set dynamoVersion to "1.4.0".')];
  }
  const companions = (["grove", "kai"] as const).flatMap((name) => {
    const version = charts[name]?.version;
    return version === undefined
      ? []
      : companionFits(name, version, dynamo).map(({ code, message, fix }) =>
          say(code, [name, "version"], message, fix),
        );
  });
  const { lws, volcano } = charts;
  const found = [...companions];
  if (lws !== undefined && compareRelease(lws.version, lwsMinimum) < 0) {
    const message = `LeaderWorkerSet ${lws.version} starts no gangs; ${lwsMinimum} is the first that does`;
    found.push(say("DYN-ORCH-010", ["lws", "version"], message, `Use ${lwsMinimum} or later.`));
  }
  if (
    volcano !== undefined &&
    set.volcano?.schedulesGrove === true &&
    compareRelease(volcano.version, volcanoForGrove) < 0
  ) {
    const message = `Grove needs Volcano ${volcanoForGrove}, and this is ${volcano.version}`;
    found.push(
      say("DYN-ORCH-010", ["volcano", "version"], message, `Use ${volcanoForGrove} or later.`),
    );
  }
  return found;
}

function checkCompany(set: ResolvedOrchestration, say: Say): readonly Finding[] {
  const { grove, kai, lws, volcano } = set;
  const found: Finding[] = [];
  if (lws !== undefined && volcano === undefined) {
    const message = "LeaderWorkerSet is there and Volcano is not, so the operator uses neither";
    found.push(say("DYN-ORCH-009", ["lws"], message, "Set volcano: {}, or remove lws."));
  }
  if (volcano?.schedulesGrove === true && kai !== undefined) {
    const message = "KAI and Volcano are both to place the pods of Grove";
    found.push(
      say(
        "DYN-ORCH-009",
        ["volcano", "schedulesGrove"],
        message,
        "Set kai to false, or schedulesGrove to false.",
      ),
    );
  }
  if (volcano?.schedulesGrove === true && grove === undefined) {
    const message = "Volcano is to place the pods of Grove, and Grove is not there";
    found.push(
      say("DYN-ORCH-009", ["volcano", "schedulesGrove"], message, "Remove schedulesGrove."),
    );
  }
  if (kai !== undefined && grove === undefined) {
    const message = "KAI is there and Grove is not: the operator gives KAI only pods of Grove";
    found.push(say("DYN-ORCH-009", ["kai"], message, "Set kai to false, or remove grove: false."));
  }
  return found;
}

/** DYN-ORCH-011: what the graphs ask for and the cluster does not have. */
function checkGraphs(
  { orchestrators, grove }: ResolvedOrchestration,
  graphs: readonly unknown[],
  say: Say,
): readonly Finding[] {
  const { needs } = orchestratorsFor(graphs);
  return needs.flatMap((need) => {
    const where = `${need.object} ${formatPath(need.path)}`;
    if (!isMet(need, orchestrators)) {
      const ways = need.anyOf.map((set) => set.join(" with ")).join(", or ");
      return [
        say(
          "DYN-ORCH-011",
          ["graphs"],
          `${where}: ${need.why}, and the cluster has ${orchestrators.length === 0 ? "no orchestrator" : orchestrators.join(", ")}`,
          ways === "" ? "Remove the setting, or let the graph run on Grove." : `Install ${ways}.`,
        ),
      ];
    }
    const packs = need.path.at(-1) === "topologyConstraint";
    return packs && grove?.topologyAware === false
      ? [
          say(
            "DYN-ORCH-011",
            ["grove", "topologyAware"],
            `${where}: ${need.why}, and topologyAware is false, with which Grove refuses the graph`,
            "Remove topologyAware: false.",
          ),
        ]
      : [];
  });
}
