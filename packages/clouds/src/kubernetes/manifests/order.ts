// SPDX-License-Identifier: Apache-2.0
/** @module Which object waits for which: creation goes in this order, and deletion in the reverse. */
import { at, entries, items, text } from "@dynamo-iac/constructs/api";
import { groupOf, isBuiltIn, isCustom, type Manifest } from "./manifest.js";
import {
  calledServices,
  podLabels,
  type Reference,
  referencesOf,
  workloadKinds,
} from "./references.js";

/** For each object the positions of those that come before it, in order. */
export type Waits = readonly (readonly number[])[];

/** Kinds that bring nodes; whatever runs on nodes, or needs one to be deleted, goes first when a stack is destroyed. */
const nodeKinds: ReadonlySet<string> = new Set([
  "NodePool",
  "NodeClass",
  "EC2NodeClass",
  "AKSNodeClass",
  "ComputeClass",
]);

/** Kinds that hold a node while they are being deleted: pods, volumes, load balancers. */
const nodeUsers: ReadonlySet<string> = new Set([
  ...workloadKinds,
  "Job",
  "PersistentVolumeClaim",
  "Ingress",
  "Gateway",
  "DynamoGraphDeployment",
  "DynamoGraphDeploymentRequest",
  "DynamoComponentDeployment",
]);

/**
 * The order of a set of objects.
 *
 * - namespaces before what is in them, CRDs before their objects, and what an object names before it
 * - a workload after the rights of its service account: on the way down the operator keeps its rights until its finalizers have run
 * - a webhook after its Service, and custom resources after the webhooks that judge them and the pods that answer
 * - a webhook for custom resources before the pods that answer it: Dynamo's operator writes its certificate authority
 *   into the configurations that it finds when it starts, and into no later one; a webhook that would refuse pods
 *   while nobody answers comes after its own
 * - whatever uses nodes after the objects that bring nodes
 *
 * @param given Dependencies that the author stated; they always hold
 */
export function orderOf(objects: readonly Manifest[], given: Waits): Waits {
  const waits = objects.map((_, position) => new Set(given[position]));
  const index = indexOf(objects);
  const add = (position: number, before: readonly number[]) => {
    for (const first of before) {
      // What we infer never contradicts what is there already.
      if (first !== position && !reaches(waits, first, position)) waits[position]?.add(first);
    }
  };
  for (const [position, object] of objects.entries()) add(position, beforeOf(object, index));
  return waits.map((set) => [...set].sort((a, b) => a - b));
}

/** Positions in an order in which every object comes after those it waits for; the order of the list where nothing else is said. */
export function sequence(waits: Waits): readonly number[] {
  const done = new Set<number>();
  const visit = (position: number): void => {
    if (done.has(position)) return;
    done.add(position);
    for (const first of waits[position] ?? []) visit(first);
    result.push(position);
  };
  const result: number[] = [];
  for (const position of waits.keys()) visit(position);
  return result;
}

interface Index {
  readonly objects: readonly Manifest[];
  readonly byName: ReadonlyMap<string, readonly number[]>;
  readonly byKind: ReadonlyMap<string, readonly number[]>;
  /** Positions of webhook configurations by the API group that they judge. */
  readonly webhooks: ReadonlyMap<string, readonly number[]>;
  /** Positions of webhooks that come before the pods that answer them. */
  readonly early: readonly number[];
  /** Positions of CRDs by group and kind. */
  readonly definitions: ReadonlyMap<string, readonly number[]>;
  /** Positions of role bindings by service account. */
  readonly bindings: ReadonlyMap<string, readonly number[]>;
}

const webhookKinds: ReadonlySet<string> = new Set([
  "ValidatingWebhookConfiguration",
  "MutatingWebhookConfiguration",
]);

function indexOf(objects: readonly Manifest[]): Index {
  const collect = (keysOf: (object: Manifest) => readonly string[]) => {
    const map = new Map<string, number[]>();
    for (const [position, object] of objects.entries()) {
      for (const key of keysOf(object)) map.set(key, [...(map.get(key) ?? []), position]);
    }
    return map;
  };
  return {
    objects,
    byName: collect((object) => [
      key(object.kind, object.metadata?.namespace, object.metadata?.name),
      ...madeSecrets(object),
    ]),
    byKind: collect(({ kind }) => [kind]),
    webhooks: collect((object) => (webhookKinds.has(object.kind) ? judgedGroups(object) : [])),
    early: [...objects.entries()].flatMap(([position, object]) =>
      calledServices(object).length > 0 && precedesPods(object) ? [position] : [],
    ),
    definitions: collect((object) =>
      object.kind === "CustomResourceDefinition"
        ? [`${text(at(object, "spec", "group"))}/${text(at(object, "spec", "names", "kind"))}`]
        : [],
    ),
    bindings: collect((object) =>
      object.kind.endsWith("RoleBinding")
        ? items(at(object, "subjects")).map((subject) =>
            key(
              "ServiceAccount",
              text(at(subject, "namespace")) ?? object.metadata?.namespace,
              text(at(subject, "name")),
            ),
          )
        : [],
    ),
  };
}

function key(kind: string, namespace: string | undefined, name: string | undefined): string {
  return `${kind}\n${namespace ?? ""}\n${name ?? ""}`;
}

/** An ExternalSecret stands for the Secret that it makes. */
function madeSecrets(object: Manifest): readonly string[] {
  if (object.kind !== "ExternalSecret") return [];
  const name = text(at(object, "spec", "target", "name")) ?? object.metadata?.name;
  return [key("Secret", object.metadata?.namespace, name)];
}

function judgedGroups(object: Manifest): readonly string[] {
  return [...new Set(items(at(object, "webhooks")).flatMap(groupsOf))];
}

function groupsOf(webhook: unknown): readonly string[] {
  const groups = items(at(webhook, "rules")).flatMap((rule) => items(at(rule, "apiGroups")));
  return groups.filter((group) => typeof group === "string");
}

/** True for a webhook that cannot refuse its own pods while none of them answers. */
function precedesPods(object: Manifest): boolean {
  if (object.kind === "CustomResourceDefinition") return true;
  const strict = items(at(object, "webhooks")).filter(
    (webhook) => at(webhook, "failurePolicy") !== "Ignore",
  );
  const groups = strict.flatMap(groupsOf);
  return (
    webhookKinds.has(object.kind) && groups.every((group) => group !== "*" && !isBuiltIn(group))
  );
}

function beforeOf(object: Manifest, index: Index): readonly number[] {
  const namespace = object.metadata?.namespace;
  const find = finder(index, namespace);
  const before: number[] = [];
  if (namespace !== undefined) before.push(...find({ kind: "Namespace", name: namespace }));
  for (const reference of referencesOf(object)) before.push(...find(reference));
  if (!precedesPods(object)) before.push(...answering(object, index));
  if (workloadKinds.has(object.kind) || object.kind === "Job") {
    const account = text(at(object, "spec", "template", "spec", "serviceAccountName"));
    before.push(...(index.bindings.get(key("ServiceAccount", namespace, account)) ?? []));
    const service = text(at(object, "spec", "serviceName"));
    if (service !== undefined) before.push(...find({ kind: "Service", name: service }));
    before.push(...index.early.filter((position) => answers(object, position, index)));
  }
  if (isCustom(object)) {
    const group = groupOf(object);
    const definitions = index.definitions.get(`${group}/${object.kind}`) ?? [];
    for (const position of [...definitions, ...(index.webhooks.get(group) ?? [])]) {
      const judge = index.objects[position];
      before.push(position, ...(judge === undefined ? [] : answering(judge, index)));
    }
  }
  if (nodeUsers.has(object.kind)) {
    for (const kind of nodeKinds) before.push(...(index.byKind.get(kind) ?? []));
  }
  return before;
}

type Find = (reference: Reference) => readonly number[];

function finder({ byName }: Index, namespace: string | undefined): Find {
  return ({ kind, namespace: stated, name }) =>
    byName.get(key(kind, stated ?? namespace, name)) ??
    byName.get(key(kind, undefined, name)) ??
    [];
}

/** The Services that a webhook calls, and the workloads whose pods they lead to. */
function answering(webhook: Manifest, index: Index): readonly number[] {
  const services = calledServices(webhook).flatMap(finder(index, webhook.metadata?.namespace));
  const workloads = services.flatMap((position) => {
    const service = index.objects[position];
    if (service === undefined) return [];
    return index.objects.flatMap((object, at) => (leadsTo(service, object) ? [at] : []));
  });
  return [...services, ...workloads];
}

function answers(workload: Manifest, webhook: number, index: Index): boolean {
  const judge = index.objects[webhook];
  return (
    judge !== undefined &&
    answering(judge, index).some((position) => index.objects[position] === workload)
  );
}

/** True when the pods of a workload answer a Service. */
export function leadsTo(service: Manifest, object: Manifest): boolean {
  if (service.metadata?.namespace !== object.metadata?.namespace) return false;
  const labels = podLabels(object);
  const selector = entries(at(service, "spec", "selector"));
  if (labels === undefined || selector.length === 0) return false;
  return selector.every(([label, value]) => labels[label] === value);
}

/** True when one object waits for another, over any number of steps. */
export function reaches(waits: readonly Iterable<number>[], from: number, to: number): boolean {
  const seen = new Set<number>();
  const stack = [from];
  for (let position = stack.pop(); position !== undefined; position = stack.pop()) {
    if (position === to) return true;
    if (seen.has(position)) continue;
    seen.add(position);
    stack.push(...(waits[position] ?? []));
  }
  return false;
}
