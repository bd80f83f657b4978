// SPDX-License-Identifier: Apache-2.0
/** @module Names that follow from the name of a set of servers: labels, Services, hosts. */
import type { ServerSet } from "./server-props.js";

type Named = Pick<ServerSet, "app" | "name" | "servers" | "namespace" | "clusterDomain">;

/** Labels by which the server pods are selected; they never change. */
export function serverLabels(set: Named): Readonly<Record<string, string>> {
  return componentLabels(set, "server");
}

/** Labels of every object of the set; a pod that is no server has another component. */
export function objectLabels(
  set: Named,
  component: "server" | "maintenance" = "server",
): Readonly<Record<string, string>> {
  return { ...componentLabels(set, component), "app.kubernetes.io/part-of": "dynamo" };
}

function componentLabels({ app, name }: Named, component: string): Record<string, string> {
  return {
    "app.kubernetes.io/name": app,
    "app.kubernetes.io/instance": name,
    "app.kubernetes.io/component": component,
  };
}

/** Name of the headless Service, which gives each server its DNS name. */
export function headlessName({ name }: Named): string {
  return `${name}-headless`;
}

/** Names of the pods. */
export function podNames({ name, servers }: Named): readonly string[] {
  return Array.from(
    { length: Number.isInteger(servers) && servers > 0 ? servers : 0 },
    (_, at) => `${name}-${at}`,
  );
}

/** DNS name of one server, or of `$(POD_NAME)`. */
export function podHost(set: Named, pod: string): string {
  return `${pod}.${qualified(set, headlessName(set))}`;
}

/** DNS name of the Service that clients use. */
export function serviceHost(set: Named): string {
  return qualified(set, set.name);
}

/** Names under which the servers reach one another. */
export function peerHosts(set: Named): readonly string[] {
  return podNames(set).map((pod) => podHost(set, pod));
}

/** Every name under which somebody reaches a server, for its certificate. */
export function serverHosts(set: Named): readonly string[] {
  const { name, namespace, clusterDomain } = set;
  const service =
    namespace === undefined
      ? [name]
      : [
          name,
          `${name}.${namespace}`,
          `${name}.${namespace}.svc`,
          `${name}.${namespace}.svc.${clusterDomain}`,
        ];
  return [...peerHosts(set), ...service, "localhost"];
}

function qualified({ namespace, clusterDomain }: Named, service: string): string {
  return namespace === undefined ? service : `${service}.${namespace}.svc.${clusterDomain}`;
}
