// SPDX-License-Identifier: Apache-2.0
/** @module What pods may do: privileges, capabilities, host namespaces, tokens, secrets that they read. */
import { at, entries, type Fields, fields, isFields, items, text } from "../../api/index.js";
import { type SecurityFact, weakness } from "./fact.js";

/** Facts of every pod that an object describes. */
export function podFacts(object: Fields): readonly SecurityFact[] {
  const components = items(at(object, "spec", "components")).filter(isFields);
  if (components.length > 0)
    return components.flatMap((component) =>
      factsOf(text(component.name) ?? "", at(component, "podTemplate", "spec")),
    );
  return specsOf(object).flatMap((spec) => factsOf("", spec));
}

/** Pod specs of workloads, whatever the kind: where there are containers. */
function specsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(at(value, "containers"))) return [value];
  return entries(value).flatMap(([, inner]) => (fields(inner) === undefined ? [] : specsOf(inner)));
}

function factsOf(where: string, spec: unknown): readonly SecurityFact[] {
  if (spec === undefined) return [];
  const pod = (path: string) => at(spec, path);
  const found: SecurityFact[] = [];
  const add = (given: boolean, what: string) => {
    if (given) found.push(weakness(where, what));
  };
  for (const host of ["hostNetwork", "hostPID", "hostIPC"])
    add(pod(host) === true, `uses the node's namespace: ${host}`);
  add(pod("automountServiceAccountToken") === true, "mounts the token of its service account");
  for (const volume of items(pod("volumes")))
    if (isFields(volume) && volume.hostPath !== undefined)
      add(true, `mounts ${text(at(volume, "hostPath", "path")) ?? "a path"} of the node`);
  const containers = [...items(pod("containers")), ...items(pod("initContainers"))];
  for (const container of containers.filter(isFields))
    found.push(...containerFacts(where, container, pod("securityContext")));
  return found;
}

function containerFacts(
  where: string,
  container: Fields,
  podContext: unknown,
): readonly SecurityFact[] {
  const name = text(container.name) ?? "";
  const place = [where, name].filter((part) => part !== "").join(" ");
  const context = container.securityContext;
  const either = (field: string) => at(context, field) ?? at(podContext, field);
  const found: SecurityFact[] = [];
  const add = (given: boolean, what: string) => {
    if (given) found.push(weakness(place, what));
  };
  add(at(context, "privileged") === true, "runs privileged");
  for (const capability of items(at(context, "capabilities", "add")))
    add(true, `has the capability ${String(capability)}`);
  const drops = items(at(context, "capabilities", "drop")).map(String);
  add(!drops.includes("ALL"), "keeps the default capabilities");
  add(at(context, "allowPrivilegeEscalation") !== false, "may gain privileges");
  add(either("runAsNonRoot") !== true && Number(either("runAsUser") ?? 0) === 0, "may run as root");
  const seccomp = at(either("seccompProfile"), "type");
  add(seccomp === undefined || seccomp === "Unconfined", "has no seccomp profile");
  for (const variable of items(container.env).filter(isFields)) {
    const secret = text(at(variable, "valueFrom", "secretKeyRef", "name"));
    add(secret !== undefined, `reads Secret ${secret} into ${String(variable.name)}`);
  }
  for (const source of items(container.envFrom)) {
    const secret = text(at(source, "secretRef", "name"));
    add(secret !== undefined, `reads all of Secret ${secret}`);
  }
  return found;
}
