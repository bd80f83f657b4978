// SPDX-License-Identifier: Apache-2.0
/** @module Security contexts as Compose says them. */
import type { PodSpec } from "../../api/index.js";
import type { StandaloneContainer } from "../standalone/container.js";
import type { ComposeService } from "./compose-file.js";

/** The part of a service that comes from security contexts. */
export type ServiceSecurity = Pick<
  ComposeService,
  | "user"
  | "group_add"
  | "privileged"
  | "cap_add"
  | "cap_drop"
  | "read_only"
  | "security_opt"
  | "sysctls"
>;

/** Security contexts of the pod and the container; the container wins. */
export function serviceSecurity(
  pod: PodSpec | undefined,
  { container }: Pick<StandaloneContainer, "container">,
): ServiceSecurity {
  const own = container.securityContext ?? {};
  const shared = pod?.securityContext ?? {};
  const user = own.runAsUser ?? shared.runAsUser;
  const group = own.runAsGroup ?? shared.runAsGroup;
  const options = [
    own.allowPrivilegeEscalation === false ? "no-new-privileges:true" : undefined,
    (own.seccompProfile ?? shared.seccompProfile)?.type === "Unconfined"
      ? "seccomp:unconfined"
      : undefined,
    (own.appArmorProfile ?? shared.appArmorProfile)?.type === "Unconfined"
      ? "apparmor:unconfined"
      : undefined,
  ].filter((option) => option !== undefined);
  const groups = [volumeGroup(pod), ...(shared.supplementalGroups ?? [])]
    .filter((id) => id !== undefined)
    .map(String);
  return {
    user: user === undefined ? undefined : group === undefined ? `${user}` : `${user}:${group}`,
    group_add: groups,
    privileged: own.privileged === true ? true : undefined,
    cap_add: own.capabilities?.add,
    cap_drop: own.capabilities?.drop,
    read_only: own.readOnlyRootFilesystem === true ? true : undefined,
    security_opt: options,
    sysctls:
      shared.sysctls === undefined
        ? undefined
        : Object.fromEntries(shared.sysctls.map(({ name, value }) => [name, value])),
  };
}

/** Group that owns the volumes of a pod: the operator's, unless the pod has a context of its own. */
export function volumeGroup(pod: PodSpec | undefined): number | undefined {
  const context = pod?.securityContext;
  return context === undefined ? 1000 : context.fsGroup;
}
