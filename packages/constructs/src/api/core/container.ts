// SPDX-License-Identifier: Apache-2.0
/** @module Containers: main, sidecar, init and ephemeral. */
import { z } from "zod";
import { envFromSource, envVar } from "./env.js";
import { int32, keyed, list, set } from "./field.js";
import { lifecycle, probe } from "./probe.js";
import { resourceRequirements } from "./resources.js";
import { securityContext } from "./security.js";

const containerPortSchema = z.strictObject({
  /** Port in the container, 1 to 65535. */
  containerPort: int32,
  /** Host address to bind. @default - all */
  hostIP: z.string().optional(),
  /** Port on the node, 1 to 65535. @default - none */
  hostPort: int32.optional(),
  /** Name that services and probes refer to; at most 15 characters. */
  name: z.string().optional(),
  /** `TCP`, `UDP` or `SCTP`. @default "TCP" */
  protocol: z.string().optional(),
});
/** A port that a container listens on. */
export interface ContainerPort extends Readonly<z.infer<typeof containerPortSchema>> {}
const containerPort: z.ZodType<ContainerPort> = containerPortSchema;

const resizePolicySchema = z.strictObject({
  /** `cpu` or `memory`. */
  resourceName: z.string(),
  /** `NotRequired` or `RestartContainer`. */
  restartPolicy: z.string(),
});
/** What happens to the container when one resource is resized. */
export interface ResizePolicy extends Readonly<z.infer<typeof resizePolicySchema>> {}
const resizePolicy: z.ZodType<ResizePolicy> = resizePolicySchema;

const exitCodesSchema = z.strictObject({
  /** `In` or `NotIn`. */
  operator: z.string(),
  /** Exit codes; at most 255. */
  values: set(int32).optional(),
});

const restartRuleSchema = z.strictObject({
  /** `Restart`, or `RestartAllContainers`. */
  action: z.string(),
  /** Exit codes that the rule is for. */
  exitCodes: exitCodesSchema.optional(),
});
/** Restart behaviour by exit code. */
export interface RestartRule extends Readonly<z.infer<typeof restartRuleSchema>> {}
const restartRule: z.ZodType<RestartRule> = restartRuleSchema;

const volumeDeviceSchema = z.strictObject({
  /** Path of the device in the container. */
  devicePath: z.string(),
  /** Name of a block volume of the pod. */
  name: z.string(),
});
/** A raw block device in a container. */
export interface VolumeDevice extends Readonly<z.infer<typeof volumeDeviceSchema>> {}
const volumeDevice: z.ZodType<VolumeDevice> = volumeDeviceSchema;

const volumeMountSchema = z.strictObject({
  /** Path in the container. */
  mountPath: z.string(),
  /** `None`, `HostToContainer` or `Bidirectional`. @default "None" */
  mountPropagation: z.string().optional(),
  /** Name of a volume of the pod; in the main container also of a PersistentVolumeClaim. */
  name: z.string(),
  /** True mounts read-only. @default false */
  readOnly: z.boolean().optional(),
  /** `Disabled`, `IfPossible` or `Enabled`. @default "Disabled" */
  recursiveReadOnly: z.string().optional(),
  /** Path inside the volume. @default - its root */
  subPath: z.string().optional(),
  /** As `subPath`, with `$(VAR)` expanded. */
  subPathExpr: z.string().optional(),
});
/** A volume in a container. */
export interface VolumeMount extends Readonly<z.infer<typeof volumeMountSchema>> {}
const volumeMount: z.ZodType<VolumeMount> = volumeMountSchema;

/** The fields of a container without its name. */
export const containerFields = {
  /** Arguments. @default - the image's, or the operator's for `main` */
  args: list(z.string()).optional(),
  /** Entry point. @default - the image's, or the operator's for `main` */
  command: list(z.string()).optional(),
  /** Environment variables, one per name. */
  env: keyed(envVar, { name: undefined }).optional(),
  /** ConfigMaps and Secrets whose keys become variables. */
  envFrom: list(envFromSource).optional(),
  /** Image reference. */
  image: z.string().optional(),
  /** `Always`, `IfNotPresent` or `Never`. @default - `Always` for `latest`, else `IfNotPresent` */
  imagePullPolicy: z.string().optional(),
  /** Hooks at start and stop. */
  lifecycle: lifecycle.optional(),
  /** Failure restarts the container. */
  livenessProbe: probe.optional(),
  /** Ports; on `main` they replace the operator's list. */
  ports: keyed(containerPort, { containerPort: undefined, protocol: "TCP" }).optional(),
  /** Failure takes the pod out of its services. */
  readinessProbe: probe.optional(),
  /** What a resize of resources does. */
  resizePolicy: list(resizePolicy).optional(),
  /** Compute resources. */
  resources: resourceRequirements.optional(),
  /** `Always` on an init container makes it a sidecar. @default - the pod's policy */
  restartPolicy: z.string().optional(),
  /** Restart behaviour by exit code. */
  restartPolicyRules: list(restartRule).optional(),
  /** Security settings. */
  securityContext: securityContext.optional(),
  /** Other probes wait until this one succeeds. */
  startupProbe: probe.optional(),
  /** True keeps a buffer for standard input. @default false */
  stdin: z.boolean().optional(),
  /** True closes standard input after the first client. @default false */
  stdinOnce: z.boolean().optional(),
  /** File with the last words of the container. @default "/dev/termination-log" */
  terminationMessagePath: z.string().optional(),
  /** `File` or `FallbackToLogsOnError`. @default "File" */
  terminationMessagePolicy: z.string().optional(),
  /** True allocates a terminal. @default false */
  tty: z.boolean().optional(),
  /** Raw block devices. */
  volumeDevices: keyed(volumeDevice, { devicePath: undefined }).optional(),
  /** Volumes in the container, one per path. */
  volumeMounts: keyed(volumeMount, { mountPath: undefined }).optional(),
  /** Working directory. @default - the image's */
  workingDir: z.string().optional(),
};

const containerSchema = z.strictObject({
  ...containerFields,
  /** Name, unique in the pod; `main` is the component's own container. */
  name: z.string(),
});
/** A container or an init container. */
export interface Container extends Readonly<z.infer<typeof containerSchema>> {}
export const container: z.ZodType<Container> = containerSchema;

const ephemeralContainerSchema = z.strictObject({
  ...containerFields,
  /** Name, unique in the pod. */
  name: z.string(),
  /** Container whose processes it sees. @default - none */
  targetContainerName: z.string().optional(),
});
/** A container that is added to a running pod for debugging. */
export interface EphemeralContainer extends Readonly<z.infer<typeof ephemeralContainerSchema>> {}
export const ephemeralContainer: z.ZodType<EphemeralContainer> = ephemeralContainerSchema;
