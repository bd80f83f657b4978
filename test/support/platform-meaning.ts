// SPDX-License-Identifier: Apache-2.0
/** @module What an installation of the operator means, as lines that two renderings can be compared by. */
import { load } from "js-yaml";

// biome-ignore lint/suspicious/noExplicitAny: manifests of whatever origin
type Loose = any;

/** What two installations have to agree on. */
export type Aspect = "rbac" | "webhooks" | "pods" | "ports" | "configuration" | "monitors";

/** One line that only one of two installations has. */
export interface Disagreement {
  readonly aspect: Aspect;
  readonly only: "first" | "second";
  readonly line: string;
}

/** The lines of each aspect. */
export function meaningOf(objects: readonly Loose[]): ReadonlyMap<Aspect, ReadonlySet<string>> {
  const meaning = new Map<Aspect, Set<string>>();
  for (const object of objects) {
    for (const [aspect, line] of linesOf(object)) {
      const lines = meaning.get(aspect) ?? new Set();
      meaning.set(aspect, lines.add(line));
    }
  }
  return meaning;
}

const nothing: ReadonlySet<string> = new Set();

/** Every line that only one of two installations has, in the aspects that are asked for. */
export function disagreements(
  first: readonly Loose[],
  second: readonly Loose[],
  aspects: readonly Aspect[] = ["rbac", "webhooks", "pods", "ports", "configuration", "monitors"],
): readonly Disagreement[] {
  const [one, other] = [meaningOf(first), meaningOf(second)];
  return aspects.flatMap((aspect) => {
    const a = one.get(aspect) ?? nothing;
    const b = other.get(aspect) ?? nothing;
    const alone = (only: Disagreement["only"], mine: typeof a, theirs: typeof a) =>
      [...mine].filter((line) => !theirs.has(line)).map((line) => ({ aspect, only, line }));
    return [...alone("first", a, b), ...alone("second", b, a)];
  });
}

function linesOf(object: Loose): readonly (readonly [Aspect, string])[] {
  const lines = (aspect: Aspect, all: readonly string[]) =>
    all.map((line): readonly [Aspect, string] => [aspect, `${label(object)}: ${line}`]);
  switch (object.kind) {
    case "ClusterRole":
    case "Role":
      return lines("rbac", grants(object));
    case "ClusterRoleBinding":
    case "RoleBinding":
      return lines("rbac", subjects(object));
    case "ServiceAccount":
      return lines("rbac", account(object));
    case "ValidatingWebhookConfiguration":
    case "MutatingWebhookConfiguration":
      return lines("webhooks", [...annotations(object), ...object.webhooks.flatMap(webhook)]);
    case "Deployment":
      return [...lines("pods", podLines(object)), ...lines("ports", containerPorts(object))];
    case "Service":
      return lines("ports", servicePorts(object));
    case "ConfigMap":
      return "config.yaml" in (object.data ?? {})
        ? lines("configuration", configuration(object.data["config.yaml"]))
        : [];
    case "ServiceMonitor":
    case "PodMonitor":
      return lines("monitors", flat(object.spec));
    case "Issuer":
    case "Certificate":
      return lines("webhooks", flat(object.spec));
    default:
      return [];
  }
}

function label({ kind, metadata }: Loose): string {
  const cluster = /^(Cluster|Validating|Mutating)/.test(kind);
  return `${kind} ${cluster ? "" : `${metadata.namespace ?? ""}/`}${metadata.name}`;
}

/** One line per verb on one resource, so that rules may be cut in any way. */
function grants({ rules }: Loose): string[] {
  return (rules ?? []).flatMap((rule: Loose) =>
    rule.apiGroups.flatMap((group: string) =>
      rule.resources.flatMap((resource: string) =>
        rule.verbs.map((verb: string) => {
          const names = rule.resourceNames === undefined ? "" : ` named ${rule.resourceNames}`;
          return `${verb} ${group === "" ? "core" : group}/${resource}${names}`;
        }),
      ),
    ),
  );
}

function subjects({ roleRef, subjects: list }: Loose): string[] {
  return list.map(
    (each: Loose) =>
      `${roleRef.kind}/${roleRef.name} to ${each.kind} ${each.namespace}/${each.name}`,
  );
}

function account({ metadata, imagePullSecrets }: Loose): string[] {
  return ["exists", ...flat({ annotations: metadata.annotations ?? {}, imagePullSecrets })];
}

/** cert-manager's order to write its authority. */
function annotations({ metadata }: Loose): string[] {
  const from = metadata.annotations?.["cert-manager.io/inject-ca-from"];
  const namespace = metadata.labels?.["nvidia.com/dynamo-operator-namespace"];
  const part = metadata.labels?.["app.kubernetes.io/part-of"];
  return [`operator ${part} in ${namespace}`, ...(from === undefined ? [] : [`CA from ${from}`])];
}

function webhook({ name, ...rest }: Loose): string[] {
  const { clientConfig, ...fields } = rest;
  const service = { port: 443, ...clientConfig.service };
  const matchPolicy = fields.matchPolicy ?? "Equivalent";
  const settled = { ...fields, matchPolicy, ...clientConfig, service };
  return flat(settled).map((line) => `${name} ${line}`);
}

function podLines({ spec }: Loose): string[] {
  const pod = spec.template.spec;
  return [
    `replicas ${spec.replicas}`,
    ...flat({ selector: spec.selector.matchLabels }),
    `account ${pod.serviceAccountName}`,
    ...flat({ tolerations: pod.tolerations, affinity: pod.affinity }),
    ...flat({ imagePullSecrets: pod.imagePullSecrets }),
    ...(pod.volumes ?? []).flatMap(({ name, ...source }: Loose) =>
      flat(source).map((line) => `volume ${name} ${line}`),
    ),
    ...(pod.initContainers ?? []).flatMap((each: Loose) => container(each)),
    ...pod.containers.flatMap((each: Loose) => container(each)),
  ];
}

function container(each: Loose): string[] {
  const { name, args, env, ports: _ports, resources, ...rest } = each;
  // What the chart gives to its init container is not known, and nobody waits for it.
  const compute = name === "manager" ? flat({ resources }) : [];
  const fields = Object.fromEntries(
    ["image", "imagePullPolicy", "command", "livenessProbe", "readinessProbe", "volumeMounts"].map(
      (key) => [key, rest[key]],
    ),
  );
  return [
    ...flat(fields),
    ...flat({ securityContext: each.securityContext }),
    ...compute,
    ...flags(args ?? []).map((flag) => `argument ${flag}`),
    ...(env ?? []).map(({ name: variable, ...value }: Loose) => `env ${variable} ${flat(value)}`),
  ].map((line) => `${name} ${line}`);
}

/** `--a b` and `--a=b` are the same to the operator's flag parser. */
function flags(args: readonly string[]): string[] {
  const result: string[] = [];
  for (const arg of args) {
    const last = result.at(-1);
    if (!arg.startsWith("-") && last?.startsWith("--") === true && !last.includes("="))
      result[result.length - 1] = `${last}=${arg}`;
    else result.push(arg);
  }
  return result;
}

function containerPorts({ spec }: Loose): string[] {
  return spec.template.spec.containers.flatMap((each: Loose) =>
    (each.ports ?? []).map(
      (port: Loose) => `${each.name} ${port.name} ${port.containerPort}/${port.protocol ?? "TCP"}`,
    ),
  );
}

function servicePorts({ spec }: Loose): string[] {
  return [
    ...flat({ selector: spec.selector }),
    ...spec.ports.map(
      (port: Loose) => `${port.name} ${port.port} to ${port.targetPort}/${port.protocol ?? "TCP"}`,
    ),
  ];
}

/** What the operator assumes when nothing is said. @see deploy/operator/api/config/v1alpha1 */
const configurationDefaults: ReadonlySet<string> = new Set([
  "server.metrics.port=8080",
  "server.healthProbe.port=8081",
  "server.webhook.port=9443",
  "namespace.scope.leaseDuration=30s",
  "namespace.scope.leaseRenewInterval=10s",
  "orchestrators.grove.terminationDelay=15m",
  "discovery.backend=kubernetes",
  "checkpoint.seccomp.profile=profiles/block-iouring.json",
  "checkpoint.storage.pvc.create=false",
  "checkpoint.seccomp.disabled=false",
]);

function configuration(text: string): string[] {
  return flat(load(text)).filter((line) => !configurationDefaults.has(line));
}

/** `a.b[0]=value` per leaf; absent and null are the same. */
function flat(value: Loose, path = ""): string[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => flat(item, `${path}[${index}]`));
  if (typeof value === "object")
    return Object.entries(value).flatMap(([key, item]) =>
      flat(item, path === "" ? key : `${path}.${key}`),
    );
  return [`${path}=${value}`];
}
