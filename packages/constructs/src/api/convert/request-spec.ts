// SPDX-License-Identifier: Apache-2.0
/** @module The spec of a request: a free-form profiler configuration in v1alpha1, typed fields in v1beta1. */
import { type Finding, finding } from "../../facts/index.js";
import type { V1alpha1GraphDeploymentRequestSpec } from "../v1alpha1/request.js";
import type { DynamoGraphDeploymentRequestSpec } from "../v1beta1/request.js";
import { compact, isNothing, present } from "./json.js";
import { type Course, lossFinding } from "./loss.js";
import { joinConfig, splitConfig } from "./profiling-config.js";
import { jobRemainder, profilerPod, profilingJob } from "./profiling-job.js";

type Alpha = V1alpha1GraphDeploymentRequestSpec;
type Beta = DynamoGraphDeploymentRequestSpec;

/** What the annotation of a v1beta1 request holds. */
export interface SparseAlphaRequest
  extends Pick<Alpha, "deploymentOverrides" | "enableGpuDiscovery"> {
  readonly profilingConfig?:
    | Partial<Pick<Alpha["profilingConfig"], "config" | "configMapRef" | "outputPVC">>
    | undefined;
}

/** What the annotation of a v1alpha1 request holds. */
export type SparseBetaRequest = Pick<
  Beta,
  "features" | "hardware" | "overrides" | "searchStrategy" | "sla" | "workload"
>;

/** The spec in v1beta1. */
export function betaRequestSpec(alpha: Alpha, saved: SparseBetaRequest | undefined): Beta {
  const { deploymentOverrides, enableGpuDiscovery: _discovery, ...known } = alpha;
  const { autoApply, profilingConfig, useMocker, ...same } = known;
  const { typed } = splitConfig(profilingConfig.config ?? {});
  const { profilerImage } = profilingConfig;
  const image = profilerImage === "" ? deploymentOverrides?.workersImage : profilerImage;
  // A mocker that was switched off explicitly returns only while nobody switches it on.
  const off = saved?.features?.mocker;
  const mocker = useMocker === true ? { enabled: true } : off?.enabled === true ? undefined : off;
  return compact({
    ...same,
    autoApply: autoApply ?? false,
    image: image === "" ? undefined : image,
    features: present({ mocker, planner: typed.planner }),
    hardware: saved?.hardware,
    modelCache: typed.modelCache,
    overrides: present({
      dgd: saved?.overrides?.dgd,
      profilingJob: profilingJob(profilingConfig, saved?.overrides?.profilingJob),
    }),
    searchStrategy: saved?.searchStrategy,
    sla: present({ ...typed.sla, ...only(saved?.sla, ["e2eLatency"]) }),
    workload: present({
      ...typed.workload,
      ...only(saved?.workload, ["concurrency", "requestRate"]),
    }),
  });
}

/** What v1beta1 cannot say; undefined when there is nothing. */
export function alphaRequestRemainder(alpha: Alpha): SparseAlphaRequest | undefined {
  const { config, configMapRef, outputPVC } = alpha.profilingConfig;
  return present({
    deploymentOverrides: present(alpha.deploymentOverrides),
    enableGpuDiscovery: alpha.enableGpuDiscovery,
    profilingConfig: present({
      config: config && splitConfig(config).left,
      configMapRef,
      outputPVC: outputPVC === "" ? undefined : outputPVC,
    }),
  });
}

/** The spec in v1alpha1. */
export function alphaRequestSpec(beta: Beta, saved: SparseAlphaRequest | undefined): Alpha {
  const {
    autoApply,
    features,
    hardware: _hardware,
    image,
    modelCache,
    overrides,
    searchStrategy: _searchStrategy,
    sla,
    workload,
    ...same
  } = beta;
  const { config, configMapRef, outputPVC } = saved?.profilingConfig ?? {};
  // Typed members of the saved configuration are stale.
  const left = config && splitConfig(config).left;
  const planner = features?.planner;
  return compact({
    ...same,
    backend: beta.backend ?? "auto",
    autoApply: autoApply ?? true,
    deploymentOverrides: saved?.deploymentOverrides,
    enableGpuDiscovery: saved?.enableGpuDiscovery,
    profilingConfig: compact({
      config: joinConfig({ sla, workload, modelCache, planner }, left),
      configMapRef,
      outputPVC,
      profilerImage: image ?? "",
      ...profilerPod(overrides?.profilingJob),
    }),
    useMocker: features?.mocker?.enabled === true ? true : undefined,
  });
}

/** What v1alpha1 cannot say; undefined when there is nothing. */
export function betaRequestRemainder(beta: Beta): SparseBetaRequest | undefined {
  const { features, hardware, overrides, searchStrategy, sla, workload } = beta;
  const mocker = features?.mocker?.enabled === true ? undefined : features?.mocker;
  return present({
    features: mocker && { mocker },
    hardware,
    overrides: present({
      dgd: overrides?.dgd,
      profilingJob: overrides?.profilingJob && jobRemainder(overrides.profilingJob),
    }),
    searchStrategy,
    sla: only(sla, ["e2eLatency"]),
    workload: only(workload, ["concurrency", "requestRate"]),
  });
}

function only<T extends object, K extends keyof T & string>(
  object: T | undefined,
  keys: readonly K[],
): Partial<Pick<T, K>> | undefined {
  if (object === undefined) return undefined;
  const entries = keys.flatMap((key) => (isNothing(object[key]) ? [] : [[key, object[key]]]));
  return present(Object.fromEntries(entries) as Partial<Pick<T, K>>);
}

const alphaOnly = {
  deploymentOverrides: {
    what: "the changes of the generated graph",
    fix: "Put them into overrides.dgd, as metadata and components of a v1beta1 graph.",
  },
  enableGpuDiscovery: {
    what: "enableGpuDiscovery",
    fix: "Remove it: it has no effect; the operator's configuration decides.",
  },
} as const;

const configOnly = {
  config: {
    what: "a member of the profiler configuration",
    fix: "Remove what the profiler no longer reads, and say the rest with sla, workload, modelCache and features.",
  },
  configMapRef: {
    what: "the ConfigMap with a base graph",
    fix: "Put the base graph into overrides.dgd.",
  },
  outputPVC: {
    what: "the volume claim for results",
    fix: "Mount a volume through overrides.profilingJob.",
  },
} as const;

/** Findings about what v1beta1 cannot say. */
export function alphaRequestFindings(alpha: Alpha, course: Course): readonly Finding[] {
  const left = alphaRequestRemainder(alpha);
  const fields = (["deploymentOverrides", "enableGpuDiscovery"] as const)
    .filter((field) => left?.[field] !== undefined)
    .map((field) => lossFinding(course, { ...alphaOnly[field], path: ["spec", field] }));
  const { config, configMapRef, outputPVC } = left?.profilingConfig ?? {};
  const unknown = Object.keys(config ?? {}).map((key) => ["config", key]);
  const paths = [
    ...unknown,
    ...(configMapRef === undefined ? [] : [["configMapRef"]]),
    ...(outputPVC === undefined ? [] : [["outputPVC"]]),
  ];
  const members = paths.map((path) => {
    const loss = configOnly[path[0] as keyof typeof configOnly];
    return lossFinding(course, { ...loss, path: ["spec", "profilingConfig", ...path] });
  });
  return [...fields, ...members];
}

/** Findings about what v1alpha1 cannot say. */
export function betaRequestFindings(beta: Beta, course: Course): readonly Finding[] {
  const { hardware, searchStrategy, ...groups } = betaRequestRemainder(beta) ?? {};
  const paths = [
    ...(hardware === undefined ? [] : [["hardware"]]),
    ...(searchStrategy === undefined ? [] : [["searchStrategy"]]),
    ...Object.entries(groups).flatMap(([field, group]) =>
      Object.keys(group ?? {}).map((key) => [field, key]),
    ),
  ];
  const planner = beta.features?.planner;
  const lost =
    planner !== undefined && Object.keys(planner).length === 0
      ? [
          finding(
            "DYN-CNV-013",
            { object: course.object, path: ["spec", "features", "planner"] },
            "features.planner is empty, so v1alpha1 says nothing of a planner",
            "Set a field of the planner, such as mode.",
          ),
        ]
      : [];
  const stay = "Stay with v1beta1, or do without.";
  return [
    ...paths.map((path) =>
      lossFinding(course, { path: ["spec", ...path], what: path.join("."), fix: stay }),
    ),
    ...lost,
  ];
}
