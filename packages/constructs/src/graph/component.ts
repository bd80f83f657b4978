// SPDX-License-Identifier: Apache-2.0
/** @module Typed component props to a v1beta1 component, and back. */
import type { Component, Container, PodSpec, PodTemplateSpec } from "../api/index.js";
import { defaultCommand, mainContainer } from "../checks/index.js";
import {
  type ContainerOptions,
  defined,
  type ReadContext,
  readContainer,
  renderContainer,
  type SidecarProps,
} from "./container.js";
import { merge } from "./merge.js";

/** What the pods of a component are; every field of a Kubernetes pod is here. */
export interface PodOptions extends Omit<PodSpec, "containers" | "securityContext" | "resources"> {
  /**
   * Labels and annotations of the pods. Rollout and pull-secret annotations of the operator go here.
   *
   * @default - what the operator and the graph set
   */
  readonly podMetadata?: PodTemplateSpec["metadata"] | undefined;
  /**
   * Security context of the pod. Setting it removes the operator's `fsGroup: 1000`.
   *
   * @default - the operator's: `fsGroup: 1000`
   */
  readonly podSecurityContext?: PodSpec["securityContext"] | undefined;
  /**
   * Resources of the whole pod (Kubernetes 1.34).
   *
   * @default - the sum of the containers
   */
  readonly podResources?: PodSpec["resources"] | undefined;
  /**
   * Containers beside the main one.
   *
   * @default - none
   */
  readonly sidecars?: readonly SidecarProps[] | undefined;
}

/**
 * One component of a graph: the fields of the API, those of the main container and those of its
 * pod, side by side under their upstream names.
 */
export interface ComponentProps
  extends Omit<Component, "podTemplate">,
    ContainerOptions,
    PodOptions {
  /**
   * Escape hatch: merged last over the rendered pod template; lists of named items merge by name.
   *
   * @default - nothing is merged
   */
  readonly podTemplate?: PodTemplateOverlay | undefined;
}

/** Part of a pod template: what is laid over the rendered one. */
export interface PodTemplateOverlay extends Omit<PodTemplateSpec, "spec"> {
  readonly spec?: Partial<PodSpec> | undefined;
}

const componentFields = [
  "name",
  "type",
  "runtimeVersionOverride",
  "globalDynamoNamespace",
  "replicas",
  "minAvailable",
  "multinode",
  "sharedMemorySize",
  "modelRef",
  "scalingAdapter",
  "eppConfig",
  "frontendSidecar",
  "compilationCache",
  "topologyConstraint",
  "experimental",
] as const satisfies readonly (keyof Component)[];

const containerFields = [
  "program",
  "env",
  "envFrom",
  "gpus",
  "image",
  "imagePullPolicy",
  "command",
  "args",
  "workingDir",
  "ports",
  "resources",
  "resizePolicy",
  "livenessProbe",
  "readinessProbe",
  "startupProbe",
  "lifecycle",
  "securityContext",
  "volumeMounts",
  "volumeDevices",
  "terminationMessagePath",
  "terminationMessagePolicy",
  "stdin",
  "stdinOnce",
  "tty",
  "restartPolicyRules",
] as const satisfies readonly (keyof ContainerOptions)[];

/** A field of the container that is missing here would silently land in the pod. */
type Unlisted = Exclude<keyof ContainerOptions, (typeof containerFields)[number]>;
const complete: Unlisted extends never ? true : Unlisted = true;
void complete;

/** Renders a component as the v1beta1 API has it. */
export function renderComponent(props: ComponentProps): Component {
  const own = pick(props, componentFields);
  const main = pick(props, containerFields);
  const pod: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(props)) {
    if (!(key in own) && !(key in main) && value !== undefined) pod[key] = value;
  }
  const { podMetadata, podSecurityContext, podResources, sidecars, podTemplate, ...fields } =
    pod as Omit<ComponentProps, keyof typeof own | keyof typeof main>;
  const containers: Container[] = [];
  if (Object.keys(main).length > 0) containers.push(renderContainer(mainContainer, main));
  for (const { name, ...sidecar } of sidecars ?? [])
    containers.push(renderContainer(name, sidecar));
  const spec = defined(fields, {
    securityContext: podSecurityContext,
    resources: podResources,
    containers: containers.length === 0 ? undefined : containers,
  });
  const rendered = defined({
    metadata: podMetadata,
    spec: Object.keys(spec).length === 0 ? undefined : spec,
  }) as PodTemplateSpec;
  const template = merge(rendered, podTemplate);
  return defined(own, {
    podTemplate: Object.keys(template).length === 0 ? undefined : template,
  }) as Component;
}

/** The props that render this component again. */
export function readComponent(component: Component, context: ReadContext = {}): ComponentProps {
  const { podTemplate, ...own } = component;
  const { metadata, spec, ...rest } = podTemplate ?? {};
  const { containers, securityContext, resources, ...fields } = spec ?? {};
  const main = containers?.find((container) => container.name === mainContainer);
  const sidecars = containers?.filter((container) => container !== main);
  const fallback = defaultCommand(component.type);
  // On a container of a pod this field is refused by all but the newest servers; no prop has it.
  const policies = containers?.flatMap(({ name, restartPolicy }) =>
    restartPolicy === undefined ? [] : [{ name, restartPolicy }],
  );
  const leftover = defined({
    ...rest,
    spec: policies === undefined || policies.length === 0 ? undefined : { containers: policies },
  });
  return defined({
    ...own,
    ...(main === undefined ? {} : readContainer(main, { ...context, defaultCommand: fallback })),
    ...fields,
    podMetadata: metadata,
    podSecurityContext: securityContext,
    podResources: resources,
    sidecars:
      sidecars === undefined || sidecars.length === 0
        ? undefined
        : sidecars.map((sidecar) => ({
            name: sidecar.name,
            ...readContainer(sidecar, {
              ...context,
              defaultCommand:
                sidecar.name === component.frontendSidecar ? frontendCommand : undefined,
            }),
          })),
    podTemplate: Object.keys(leftover).length === 0 ? undefined : leftover,
  }) as ComponentProps;
}

/** What the operator runs in a frontend sidecar without a command. */
export const frontendCommand: readonly string[] = ["python3"];

function pick<T extends object, K extends keyof T>(object: T, keys: readonly K[]): Pick<T, K> {
  const picked: Partial<Record<K, T[K]>> = {};
  for (const key of keys) if (object[key] !== undefined) picked[key] = object[key];
  return picked as Pick<T, K>;
}
