// SPDX-License-Identifier: Apache-2.0
/** @module ServiceAccounts, roles and bindings of the operator, under the names of the chart. */
import type { RenderedObject } from "../rendered.js";
import { managerRules } from "./manager-rules.js";
import { clusterNameOf, managerName, nameOf, type PlatformPart, platformLabels } from "./names.js";
import type { PolicyRule } from "./policy-rule.js";
import type { ResolvedPlatform } from "./resolve.js";
import {
  certificateRules,
  eppRules,
  gpuDiscoveryRules,
  leaderElectionRules,
  metricsRules,
  plannerRules,
  profilingRules,
  readerRules,
  topologyRules,
} from "./role-rules.js";

const group = "rbac.authorization.k8s.io";

/** ServiceAccounts of the operator and of components. */
export function renderServiceAccounts(platform: ResolvedPlatform): readonly RenderedObject[] {
  const { namespace, serviceAccountAnnotations, componentServiceAccountAnnotations } = platform;
  return [
    serviceAccount(platform, managerName(platform), namespace, {
      annotations: serviceAccountAnnotations,
    }),
    serviceAccount(platform, nameOf(platform, "component"), namespace, {
      annotations: componentServiceAccountAnnotations,
      imagePullSecrets: registrySecrets(platform),
    }),
  ];
}

/** Roles and bindings of the operator itself. */
export function renderManagerRbac(platform: ResolvedPlatform): readonly RenderedObject[] {
  const { namespace, restriction, webhooks } = platform;
  const scope = { restricted: restriction !== undefined };
  const owned = restriction?.targetNamespace;
  const certificates = nameOf(platform, "webhook-cert-manager");
  const readers = Object.entries(readerRules(scope)).map(([suffix, rules]) => {
    const name = clusterNameOf(platform, suffix);
    return { name, binding: `${name}-binding`, rules };
  });
  const alone = (suffix: string, rules: readonly PolicyRule[]) => {
    const name = clusterNameOf(platform, suffix);
    return { name, binding: name, rules };
  };
  const lease = nameOf(platform, "leader-election");
  const manager = nameOf(platform, "manager");
  return [
    ...granted(platform, {
      name: `${manager}-role`,
      binding: `${manager}-rolebinding`,
      namespace: owned,
      rules: managerRules(scope),
    }),
    ...granted(platform, {
      name: `${lease}-role`,
      binding: `${lease}-rolebinding`,
      namespace: owned,
      rules: leaderElectionRules,
    }),
    ...granted(platform, {
      name: certificates,
      binding: certificates,
      namespace,
      rules: certificateRules(webhooks.secretName),
      part: "webhook",
    }),
    ...[
      ...readers,
      alone("topology-label", topologyRules),
      alone("metrics-auth", metricsRules),
      ...(platform.gpuDiscovery ? [alone("gpu-discovery", gpuDiscoveryRules)] : []),
    ].flatMap((each) => granted(platform, each)),
  ];
}

/** Roles of what the operator starts for graphs: cluster roles that it binds, or everything in its own namespace. */
export function renderWorkloadRbac(platform: ResolvedPlatform): readonly RenderedObject[] {
  const scope = { restricted: platform.restriction !== undefined };
  const roles = {
    planner: plannerRules,
    epp: eppRules(scope),
    "dgdr-profiling": profilingRules(scope),
  };
  if (scope.restricted) {
    return [
      ...ownAccount(
        platform,
        ["planner-serviceaccount", "planner-role", "planner-binding"],
        roles.planner,
      ),
      ...ownAccount(platform, ["epp-serviceaccount", "epp-role", "epp-binding"], roles.epp),
      ...ownAccount(
        platform,
        [profilingAccount, profilingAccount, profilingAccount],
        roles["dgdr-profiling"],
      ),
    ];
  }
  const profiling = nameOf(platform, "dgdr-profiling");
  return [
    ...Object.entries(roles).map(([suffix, rules]) =>
      role(platform, { name: nameOf(platform, suffix), rules }),
    ),
    binding(platform, { name: profiling, binding: profiling, account: profilingAccount }),
  ];
}

const profilingAccount = "dgdr-profiling-job";

/** A role that is granted to an account. */
interface Grant {
  readonly name: string;
  readonly binding: string;
  readonly rules: readonly PolicyRule[];
  /** @default - the whole cluster */
  readonly namespace?: string | undefined;
  /** @default - the operator's */
  readonly account?: string | undefined;
  /** @default "rbac" */
  readonly part?: PlatformPart | undefined;
}

function granted(platform: ResolvedPlatform, grant: Grant): readonly RenderedObject[] {
  return [role(platform, grant), binding(platform, grant)];
}

/** Account, role and binding in the operator's namespace. */
function ownAccount(
  platform: ResolvedPlatform,
  [account, name, bindingName]: readonly [string, string, string],
  rules: readonly PolicyRule[],
): readonly RenderedObject[] {
  const { namespace } = platform;
  return [
    serviceAccount(platform, account, namespace, { imagePullSecrets: registrySecrets(platform) }),
    ...granted(platform, { name, binding: bindingName, rules, namespace, account }),
  ];
}

function serviceAccount(
  platform: ResolvedPlatform,
  name: string,
  namespace: string,
  fields: {
    readonly annotations?: Readonly<Record<string, string>> | undefined;
    readonly imagePullSecrets?: readonly { readonly name: string }[] | undefined;
  },
): RenderedObject {
  const { annotations, imagePullSecrets } = fields;
  return {
    apiVersion: "v1",
    kind: "ServiceAccount",
    metadata: { name, namespace, labels: platformLabels(platform, "rbac"), annotations },
    imagePullSecrets,
  };
}

function registrySecrets({ dockerRegistry }: ResolvedPlatform) {
  return dockerRegistry === undefined ? undefined : [{ name: dockerRegistry.existingSecretName }];
}

function role(
  platform: ResolvedPlatform,
  { name, namespace, rules, part = "rbac" }: Pick<Grant, "name" | "namespace" | "rules" | "part">,
): RenderedObject {
  return {
    apiVersion: `${group}/v1`,
    kind: namespace === undefined ? "ClusterRole" : "Role",
    metadata: { name, namespace, labels: platformLabels(platform, part) },
    rules,
  };
}

function binding(
  platform: ResolvedPlatform,
  { name, binding: bindingName, namespace, account, part = "rbac" }: Omit<Grant, "rules">,
): RenderedObject {
  return {
    apiVersion: `${group}/v1`,
    kind: namespace === undefined ? "ClusterRoleBinding" : "RoleBinding",
    metadata: { name: bindingName, namespace, labels: platformLabels(platform, part) },
    roleRef: {
      apiGroup: group,
      kind: namespace === undefined ? "ClusterRole" : "Role",
      name,
    },
    subjects: [
      {
        kind: "ServiceAccount",
        name: account ?? managerName(platform),
        namespace: platform.namespace,
      },
    ],
  };
}
