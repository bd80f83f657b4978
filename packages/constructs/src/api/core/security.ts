// SPDX-License-Identifier: Apache-2.0
/** @module Security contexts of pods and containers. */
import { z } from "zod";
import { int64, list } from "./field.js";
import { nameValue } from "./probe.js";

const securityProfileSchema = z.strictObject({
  /** Profile on the node; only with type `Localhost`. */
  localhostProfile: z.string().optional(),
  /** `RuntimeDefault`, `Localhost` or `Unconfined`. */
  type: z.string(),
});
/** An AppArmor or seccomp profile. */
export interface SecurityProfile extends Readonly<z.infer<typeof securityProfileSchema>> {}
const securityProfile: z.ZodType<SecurityProfile> = securityProfileSchema;

const capabilitiesSchema = z.strictObject({
  /** Capabilities to add, such as `IPC_LOCK`. */
  add: list(z.string()).optional(),
  /** Capabilities to remove, such as `ALL`. */
  drop: list(z.string()).optional(),
});
/** POSIX capabilities beside the runtime's default set. */
export interface Capabilities extends Readonly<z.infer<typeof capabilitiesSchema>> {}
const capabilities: z.ZodType<Capabilities> = capabilitiesSchema;

const seLinuxOptionsSchema = z.strictObject({
  /** Level label. */
  level: z.string().optional(),
  /** Role label. */
  role: z.string().optional(),
  /** Type label. */
  type: z.string().optional(),
  /** User label. */
  user: z.string().optional(),
});
/** SELinux label of a process. */
export interface SeLinuxOptions extends Readonly<z.infer<typeof seLinuxOptionsSchema>> {}
const seLinuxOptions: z.ZodType<SeLinuxOptions> = seLinuxOptionsSchema;

const windowsOptionsSchema = z.strictObject({
  /** Credential specification, inline. */
  gmsaCredentialSpec: z.string().optional(),
  /** Credential specification, by name. */
  gmsaCredentialSpecName: z.string().optional(),
  /** True runs as a host process container. */
  hostProcess: z.boolean().optional(),
  /** User of the process. */
  runAsUserName: z.string().optional(),
});
/** Settings for Windows containers. */
export interface WindowsOptions extends Readonly<z.infer<typeof windowsOptionsSchema>> {}
const windowsOptions: z.ZodType<WindowsOptions> = windowsOptionsSchema;

/** What a pod and a container have in common. */
const processFields = {
  /** AppArmor profile. @default - the runtime's */
  appArmorProfile: securityProfile.optional(),
  /** Group id of the process. @default - the image's */
  runAsGroup: int64.optional(),
  /** True refuses to start as user 0. @default false */
  runAsNonRoot: z.boolean().optional(),
  /** User id of the process. @default - the image's */
  runAsUser: int64.optional(),
  /** SELinux label. @default - chosen by the runtime */
  seLinuxOptions: seLinuxOptions.optional(),
  /** System call filter. @default - none */
  seccompProfile: securityProfile.optional(),
  /** Windows settings. */
  windowsOptions: windowsOptions.optional(),
};

const securityContextSchema = z.strictObject({
  ...processFields,
  /** False sets no_new_privs. @default true */
  allowPrivilegeEscalation: z.boolean().optional(),
  /** Capabilities beside the default set. */
  capabilities: capabilities.optional(),
  /** True is root on the node in all but name. @default false */
  privileged: z.boolean().optional(),
  /** `Default` or `Unmasked`. @default "Default" */
  procMount: z.string().optional(),
  /** True mounts the image read-only. @default false */
  readOnlyRootFilesystem: z.boolean().optional(),
});
/** Security settings of a container; they win over the pod's. */
export interface SecurityContext extends Readonly<z.infer<typeof securityContextSchema>> {}
export const securityContext: z.ZodType<SecurityContext> = securityContextSchema;

const podSecurityContextSchema = z.strictObject({
  ...processFields,
  /** Group that owns mounted volumes. @default - the operator sets 1000 only if the whole context is absent */
  fsGroup: int64.optional(),
  /** `Always` or `OnRootMismatch`. @default "Always" */
  fsGroupChangePolicy: z.string().optional(),
  /** `MountOption` or `Recursive`. @default "MountOption" */
  seLinuxChangePolicy: z.string().optional(),
  /** Further groups of every process. */
  supplementalGroups: list(int64).optional(),
  /** `Merge` or `Strict`. @default "Merge" */
  supplementalGroupsPolicy: z.string().optional(),
  /** Kernel settings of the pod's namespaces. */
  sysctls: list(nameValue).optional(),
});
/** Security settings of a pod. */
export interface PodSecurityContext extends Readonly<z.infer<typeof podSecurityContextSchema>> {}
export const podSecurityContext: z.ZodType<PodSecurityContext> = podSecurityContextSchema;
