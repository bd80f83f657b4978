// SPDX-License-Identifier: Apache-2.0
/** @module The profiler's pod: three fields of `profilingConfig` in v1alpha1, a whole job in v1beta1. */
import type { ResourceRequirements } from "../core/resources.js";
import type { V1alpha1GraphDeploymentRequestSpec } from "../v1alpha1/request.js";
import type { JobSpec } from "../v1beta1/job.js";
import { compact, filled, isNothing, present } from "./json.js";
import { isBare } from "./main-container.js";
import { filledMap } from "./pod-template.js";

/** The fields of `profilingConfig` that a job can say. */
export type ProfilerPod = Pick<
  V1alpha1GraphDeploymentRequestSpec["profilingConfig"],
  "nodeSelector" | "resources" | "tolerations"
>;

/**
 * The job that a profiler pod asks for, on top of what the annotation kept.
 *
 * The first container is the profiler's. The operator 1.4 leaves its name empty when it makes it up.
 */
export function profilingJob(pod: ProfilerPod, saved: JobSpec | undefined): JobSpec | undefined {
  const live = present({
    tolerations: filled(pod.tolerations),
    nodeSelector: filledMap(pod.nodeSelector),
  });
  const resources = asked(pod.resources);
  if (live === undefined && resources === undefined) return saved;
  const template = saved?.template ?? {};
  const [profiler, ...others] = template.spec?.containers ?? [];
  const containers =
    resources === undefined
      ? (template.spec?.containers ?? [])
      : [{ ...(profiler ?? { name: "" }), resources }, ...others];
  return { ...saved, template: { ...template, spec: { ...template.spec, ...live, containers } } };
}

/** What v1alpha1 can say of a job. */
export function profilerPod(job: JobSpec | undefined): ProfilerPod {
  const { containers, tolerations, nodeSelector } = job?.template.spec ?? {};
  return compact({
    resources: asked(containers?.[0]?.resources),
    tolerations: filled(tolerations),
    nodeSelector: filledMap(nodeSelector),
  });
}

/** What v1alpha1 cannot say of a job; undefined when there is nothing. */
export function jobRemainder(job: JobSpec): JobSpec | undefined {
  const { template, ...rest } = job;
  if (template.spec === undefined) return isEmpty(job) ? undefined : job;
  const { tolerations: _tolerations, nodeSelector: _nodeSelector, ...spec } = template.spec;
  const [profiler, ...others] = spec.containers;
  const bare = profiler && compact({ ...profiler, resources: undefined });
  const generated = bare !== undefined && others.length === 0 && bare.name === "" && isBare(bare);
  const containers = bare === undefined || generated ? [] : [bare, ...others];
  const left: JobSpec = { ...rest, template: { ...template, spec: { ...spec, containers } } };
  return isEmpty(left) ? undefined : left;
}

function isEmpty({ template, ...rest }: JobSpec): boolean {
  const { metadata, spec } = template;
  return [rest, metadata ?? {}, spec ?? {}].every((part) => Object.values(part).every(isNothing));
}

function asked(resources: ResourceRequirements | undefined): ResourceRequirements | undefined {
  return Object.values(resources ?? {}).every(isNothing) ? undefined : resources;
}
