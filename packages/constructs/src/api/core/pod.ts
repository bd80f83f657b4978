// SPDX-License-Identifier: Apache-2.0
/** @module The pod, as templates inside custom resources hold it. */
import { z } from "zod";
import { affinity, toleration, topologySpreadConstraint } from "./affinity.js";
import { container, ephemeralContainer } from "./container.js";
import { int32, int64, keyed, list, textMap } from "./field.js";
import { templateMeta } from "./meta.js";
import { resourceList, resourceRequirements } from "./resources.js";
import { podSecurityContext } from "./security.js";
import { volume } from "./volume.js";
import { localReference } from "./volume-disk.js";

const dnsConfigSchema = z.strictObject({
  /** Addresses of name servers. */
  nameservers: list(z.string()).optional(),
  /** Resolver options, such as `ndots`. */
  options: list(
    z.strictObject({
      /** Name of the option. */
      name: z.string().optional(),
      /** Value of the option. */
      value: z.string().optional(),
    }),
  ).optional(),
  /** Search domains. */
  searches: list(z.string()).optional(),
});
/** Name resolution of a pod. */
export interface DnsConfig extends Readonly<z.infer<typeof dnsConfigSchema>> {}
const dnsConfig: z.ZodType<DnsConfig> = dnsConfigSchema;

const hostAliasSchema = z.strictObject({
  /** Names of the address. */
  hostnames: list(z.string()).optional(),
  /** Address. */
  ip: z.string(),
});
/** One line of `/etc/hosts`. */
export interface HostAlias extends Readonly<z.infer<typeof hostAliasSchema>> {}
const hostAlias: z.ZodType<HostAlias> = hostAliasSchema;

const podResourceClaimSchema = z.strictObject({
  /** Name that containers refer to. */
  name: z.string(),
  /** An existing ResourceClaim. */
  resourceClaimName: z.string().optional(),
  /** A ResourceClaimTemplate; each pod gets a claim of its own. */
  resourceClaimTemplateName: z.string().optional(),
});
/** A dynamic resource claim of a pod. */
export interface PodResourceClaim extends Readonly<z.infer<typeof podResourceClaimSchema>> {}
const podResourceClaim: z.ZodType<PodResourceClaim> = podResourceClaimSchema;

const named = z.strictObject({
  /** Name. */
  name: z.string(),
});

/** The fields of a pod without its containers. */
export const podFields = {
  /** Seconds after which the pod is failed. @default - never */
  activeDeadlineSeconds: int64.optional(),
  /** Nodes and pods to run on, beside, or away from. */
  affinity: affinity.optional(),
  /** False mounts no API token. @default true */
  automountServiceAccountToken: z.boolean().optional(),
  /** Name resolution. */
  dnsConfig: dnsConfig.optional(),
  /** `ClusterFirst`, `ClusterFirstWithHostNet`, `Default` or `None`. @default "ClusterFirst" */
  dnsPolicy: z.string().optional(),
  /** True puts every service of the namespace into the environment. @default true */
  enableServiceLinks: z.boolean().optional(),
  /** Debug containers; a template cannot use them. */
  ephemeralContainers: keyed(ephemeralContainer, { name: undefined }).optional(),
  /** Lines of `/etc/hosts`. */
  hostAliases: keyed(hostAlias, { ip: undefined }).optional(),
  /** True shares the node's IPC namespace. @default false */
  hostIPC: z.boolean().optional(),
  /** True shares the node's network. @default false */
  hostNetwork: z.boolean().optional(),
  /** True shares the node's process table. @default false */
  hostPID: z.boolean().optional(),
  /** False gives the pod a user namespace of its own. @default true */
  hostUsers: z.boolean().optional(),
  /** Host name. @default - the pod's name */
  hostname: z.string().optional(),
  /** Host name inside the pod only. */
  hostnameOverride: z.string().optional(),
  /** Secrets for pulling images. @default - the operator finds those that fit */
  imagePullSecrets: keyed(localReference, { name: "" }).optional(),
  /** Containers that run first, one after the other. */
  initContainers: keyed(container, { name: undefined }).optional(),
  /** Node to run on, past the scheduler. */
  nodeName: z.string().optional(),
  /** Labels that the node must have. */
  nodeSelector: textMap.optional(),
  /** Operating system: `linux` or `windows`. */
  os: named.optional(),
  /** Resources of the sandbox; set from the RuntimeClass. */
  overhead: resourceList.optional(),
  /** `PreemptLowerPriority` or `Never`. */
  preemptionPolicy: z.string().optional(),
  /** Priority; set from the PriorityClass. */
  priority: int32.optional(),
  /** PriorityClass. @default - the cluster's default */
  priorityClassName: z.string().optional(),
  /** Further conditions of readiness. */
  readinessGates: list(
    z.strictObject({
      /** Condition that must be true. */
      conditionType: z.string(),
    }),
  ).optional(),
  /** Dynamic resource claims. */
  resourceClaims: keyed(podResourceClaim, { name: undefined }).optional(),
  /** Resources of the whole pod. */
  resources: resourceRequirements.optional(),
  /** `Always`, `OnFailure` or `Never`. @default "Always" */
  restartPolicy: z.string().optional(),
  /** RuntimeClass, such as `nvidia`. */
  runtimeClassName: z.string().optional(),
  /** Scheduler. @default - the cluster's, or KAI or Volcano when the operator is told so */
  schedulerName: z.string().optional(),
  /** The pod waits until all gates are removed. */
  schedulingGates: keyed(named, { name: undefined }).optional(),
  /** Group that is scheduled together. */
  schedulingGroup: z
    .strictObject({
      /** Name of the group. */
      podGroupName: z.string().optional(),
    })
    .optional(),
  /** Security settings of all containers. */
  securityContext: podSecurityContext.optional(),
  /** Deprecated name of `serviceAccountName`. */
  serviceAccount: z.string().optional(),
  /** ServiceAccount. @default - the operator's discovery account of the graph */
  serviceAccountName: z.string().optional(),
  /** True makes the host name fully qualified. @default false */
  setHostnameAsFQDN: z.boolean().optional(),
  /** True shares one process table between containers. @default false */
  shareProcessNamespace: z.boolean().optional(),
  /** Subdomain of the host name. */
  subdomain: z.string().optional(),
  /** Seconds between the stop signal and the kill. @default 60 (130 for epp) */
  terminationGracePeriodSeconds: int64.optional(),
  /** Node taints that the pod accepts. */
  tolerations: list(toleration).optional(),
  /** How evenly pods are spread. */
  topologySpreadConstraints: keyed(topologySpreadConstraint, {
    topologyKey: undefined,
    whenUnsatisfiable: undefined,
  }).optional(),
  /** Volumes. */
  volumes: keyed(volume, { name: undefined }).optional(),
};

const podSpecSchema = z.strictObject({
  ...podFields,
  /** Containers, one per name. */
  containers: keyed(container, { name: undefined }),
});
/** What runs in a pod, and where. */
export interface PodSpec extends Readonly<z.infer<typeof podSpecSchema>> {}
export const podSpec: z.ZodType<PodSpec> = podSpecSchema;

const podTemplateSpecSchema = z.strictObject({
  /** Labels and annotations of the pods. */
  metadata: templateMeta.optional(),
  /** What runs in the pods. */
  spec: podSpec.optional(),
});
/** A pod to be. */
export interface PodTemplateSpec extends Readonly<z.infer<typeof podTemplateSpecSchema>> {}
export const podTemplateSpec: z.ZodType<PodTemplateSpec> = podTemplateSpecSchema;
