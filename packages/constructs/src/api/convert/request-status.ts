// SPDX-License-Identifier: Apache-2.0
/** @module The status of a request: `state` in v1alpha1, `phase` in v1beta1, and what only one of them knows. */
import { type Finding, finding } from "../../facts/index.js";
import type { V1alpha1GraphDeploymentRequest } from "../v1alpha1/request.js";
import type { DynamoGraphDeploymentRequestStatus } from "../v1beta1/request.js";
import { compact, isNothing, present } from "./json.js";
import { type Course, statusFindings } from "./loss.js";

type Alpha = NonNullable<V1alpha1GraphDeploymentRequest["status"]>;
type Beta = DynamoGraphDeploymentRequestStatus;
type State = NonNullable<Alpha["state"]>;
type Phase = NonNullable<Beta["phase"]>;

/** What the annotation of a v1beta1 request holds. */
export type SparseAlphaRequestStatus = Pick<
  Alpha,
  "backend" | "deployment" | "profilingResults" | "state"
>;

/** What the annotation of a v1alpha1 request holds. */
export type SparseBetaRequestStatus = Pick<
  Beta,
  | "deploymentInfo"
  | "dgdName"
  | "phase"
  | "profilingJobName"
  | "profilingPhase"
  | "profilingResults"
>;

const phases: Readonly<Record<State, Phase>> = {
  Initializing: "Pending",
  Pending: "Pending",
  Profiling: "Profiling",
  Deploying: "Deploying",
  Ready: "Ready",
  DeploymentDeleted: "Ready",
  Failed: "Failed",
};

const states: Readonly<Record<Phase, State>> = {
  Pending: "Pending",
  Profiling: "Profiling",
  Ready: "Ready",
  Deploying: "Deploying",
  Deployed: "Ready",
  Failed: "Failed",
};

/** The status in v1beta1. */
export function betaRequestStatus(alpha: Alpha, saved: SparseBetaRequestStatus | undefined): Beta {
  const {
    backend: _backend,
    deployment,
    generatedDeployment,
    profilingResults: _profilingResults,
    state: _state,
    ...same
  } = alpha;
  const dgdName = deployment?.name === "" ? undefined : deployment?.name;
  const sameGraph = (saved?.dgdName ?? "") === (dgdName ?? "");
  const live = phaseOf(alpha);
  const phase =
    saved?.phase === "Deployed" && live === "Ready" && alpha.state === "Ready" && sameGraph
      ? "Deployed"
      : live;
  const profiling = phase === "Profiling" ? saved : undefined;
  return compact({
    ...same,
    phase,
    dgdName,
    profilingPhase: profiling?.profilingPhase,
    profilingJobName: profiling?.profilingJobName,
    profilingResults: present({
      pareto: saved?.profilingResults?.pareto,
      selectedConfig: generatedDeployment,
    }),
    deploymentInfo: sameGraph ? saved?.deploymentInfo : undefined,
  });
}

/** What v1beta1 cannot say; undefined when there is nothing. */
export function alphaStatusRemainder(alpha: Alpha): SparseAlphaRequestStatus | undefined {
  const { backend, deployment, profilingResults, state } = alpha;
  const own = state !== undefined && states[phases[state]] !== state;
  const detailed = deployment !== undefined && (own || saysMoreThanName(deployment));
  return present({
    backend: backend === "" ? undefined : backend,
    profilingResults: profilingResults === "" ? undefined : profilingResults,
    state: own || detailed ? state : undefined,
    deployment: detailed ? deployment : undefined,
  });
}

function saysMoreThanName(deployment: NonNullable<Alpha["deployment"]>): boolean {
  const { name = "", namespace = "", state, created = false } = deployment;
  return namespace !== "" || state !== undefined || created || name === "";
}

/** The status in v1alpha1. */
export function alphaRequestStatus(beta: Beta, saved: SparseAlphaRequestStatus | undefined): Alpha {
  const {
    deploymentInfo: _deploymentInfo,
    dgdName,
    phase = "Pending",
    profilingJobName: _profilingJobName,
    profilingPhase: _profilingPhase,
    profilingResults,
    ...same
  } = beta;
  const fits = saved?.state !== undefined && matches(saved, phase);
  const sameGraph = (saved?.deployment?.name ?? "") === (dgdName ?? "");
  // DeploymentDeleted speaks of one graph; it is stale as soon as the request has another.
  const state =
    fits && (saved.state !== "DeploymentDeleted" || sameGraph) ? saved.state : undefined;
  const deployment =
    saved?.deployment !== undefined && sameGraph && (saved.state === undefined || fits)
      ? saved.deployment
      : undefined;
  return compact({
    ...same,
    state: state ?? states[phase],
    backend: saved?.backend,
    profilingResults: saved?.profilingResults,
    generatedDeployment: profilingResults?.selectedConfig,
    deployment: deployment ?? (dgdName === undefined ? undefined : { name: dgdName }),
  });
}

/**
 * What v1alpha1 cannot say; undefined when there is nothing.
 *
 * @param alpha - the converted status
 */
export function betaStatusRemainder(beta: Beta, alpha: Alpha): SparseBetaRequestStatus | undefined {
  const { phase, dgdName, deploymentInfo } = beta;
  const deployed = phase === "Deployed" && phaseOf(alpha) !== "Deployed";
  const profiling = phase === "Profiling" ? beta : undefined;
  const pareto = beta.profilingResults?.pareto;
  return present({
    phase: deployed ? phase : undefined,
    dgdName: deployed || deploymentInfo !== undefined ? dgdName : undefined,
    profilingPhase: profiling?.profilingPhase,
    profilingJobName: profiling?.profilingJobName,
    profilingResults: isNothing(pareto) ? undefined : { pareto },
    deploymentInfo,
  });
}

/** Findings about a v1alpha1 status. */
export function alphaStatusFindings(alpha: Alpha, course: Course): readonly Finding[] {
  const { state, ...left } = alphaStatusRemainder(alpha) ?? {};
  const deleted =
    alpha.state === "DeploymentDeleted"
      ? [
          finding(
            "DYN-CNV-012",
            { object: course.object, path: ["status", "state"] },
            "state DeploymentDeleted is phase Ready in v1beta1",
            "Look whether the graph still exists before you trust the phase.",
          ),
        ]
      : [];
  const fields = [...Object.keys(left), ...(state === "Initializing" ? ["state"] : [])];
  return [...deleted, ...statusFindings(course, fields.map(statusLoss))];
}

/** Findings about a v1beta1 status. */
export function betaStatusFindings(beta: Beta, alpha: Alpha, course: Course): readonly Finding[] {
  const left = Object.keys(betaStatusRemainder(beta, alpha) ?? {});
  const gone = (["profilingPhase", "profilingJobName"] as const).filter(
    (field) => beta[field] !== undefined && beta.phase !== "Profiling",
  );
  return [
    ...statusFindings(course, left.filter((field) => field !== "dgdName").map(statusLoss)),
    ...gone.map((field) =>
      finding(
        "DYN-CNV-014",
        { object: course.object, path: ["status", field] },
        `${field} ${JSON.stringify(beta[field])} is lost: v1alpha1 has no field for it, and the operator keeps it only in phase Profiling`,
        "Read it before you convert.",
      ),
    ),
  ];
}

function statusLoss(field: string): { path: string[]; what: string; fix: string } {
  return { path: ["status", field], what: `status.${field}`, fix: "Read it before you convert." };
}

/** Ready means Deployed once the graph was created. */
function phaseOf({ state, deployment }: Pick<Alpha, "state" | "deployment">): Phase {
  if (state === "Ready" && deployment?.created === true) return "Deployed";
  return state === undefined ? "Pending" : (phases[state] ?? "Pending");
}

function matches(saved: SparseAlphaRequestStatus, phase: Phase): boolean {
  return phaseOf(saved) === phase || (phase === "Deployed" && saved.state === "Ready");
}
