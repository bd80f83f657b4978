// SPDX-License-Identifier: Apache-2.0
/** @module Karpenter's NodePool, also of EKS Auto Mode and AKS, as a pool. */
import { at, text } from "../../api/index.js";
import {
  type Capacity,
  type Cloud,
  type Machine,
  machines,
  nodeLabels,
  quantityValue,
} from "../../facts/index.js";
import { items, type SaidPool, taintsIn, textMap, texts } from "./said.js";

/** One requirement of a NodePool. */
interface Requirement {
  readonly key: string;
  readonly operator: string;
  readonly values: readonly string[];
}

const clouds: ReadonlyMap<unknown, Cloud> = new Map<string, Cloud>([
  ["karpenter.k8s.aws", "aws"],
  ["eks.amazonaws.com", "aws"],
  ["karpenter.azure.com", "azure"],
  ["karpenter.k8s.gcp", "gcp"],
]);

/** What a NodePool says; the machine is there when its requirements leave exactly one of the tables. */
export function readNodePool(object: unknown, objects: readonly unknown[]): SaidPool | undefined {
  const name = text(at(object, "metadata", "name"));
  const template = at(object, "spec", "template");
  if (name === undefined || template === undefined) return undefined;
  const requirements = items(template, "spec", "requirements").flatMap(requirementOf);
  const group = at(template, "spec", "nodeClassRef", "group");
  const machine = machineOf(clouds.get(group), requirements);
  const zones = valuesIn(requirements, nodeLabels.zone);
  const fixed = fixedMachines(object);
  const most = fixed ?? limitOf(at(object, "spec", "limits"), machine);
  return {
    name,
    ...(machine === undefined ? {} : { machine }),
    ...(zones === undefined ? {} : { zones }),
    ...given("capacity", capacityOf(requirements)),
    ...given("min", fixed),
    ...given("max", most),
    labels: { ...labelsOf(template, requirements), [nodeLabels.nodePool]: name },
    taints: taintsIn(at(template, "spec", "taints")),
    ...given("diskGiB", diskOf(at(template, "spec", "nodeClassRef"), objects)),
  };
}

function given<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]: V });
}

function requirementOf(item: unknown): readonly Requirement[] {
  const key = text(at(item, "key"));
  const operator = text(at(item, "operator"));
  if (key === undefined || operator === undefined) return [];
  return [{ key, operator, values: texts(at(item, "values")) }];
}

/** The values that one requirement allows; undefined when none lists them. */
function valuesIn(
  requirements: readonly Requirement[],
  key: string,
): readonly string[] | undefined {
  const found = requirements.find((one) => one.key === key && one.operator === "In");
  return found?.values.length === 0 ? undefined : found?.values;
}

function machineOf(
  cloud: Cloud | undefined,
  requirements: readonly Requirement[],
): Machine | undefined {
  const fitting = machines.filter(
    (machine) =>
      (cloud === undefined || machine.cloud === cloud) &&
      requirements.every((requirement) => allows(requirement, machine)),
  );
  const [only, ...others] = fitting;
  return others.length === 0 ? only : undefined;
}

/** False when the machine has another value for the key; true where its value is not known. */
function allows({ key, operator, values }: Requirement, machine: Machine): boolean {
  const own = machineLabel(key, machine);
  if (own === undefined) return true;
  switch (operator) {
    case "In":
      return values.includes(own);
    case "NotIn":
      return !values.includes(own);
    case "DoesNotExist":
      return false;
    case "Gt":
      return Number(own) > Number(values[0]);
    case "Lt":
      return Number(own) < Number(values[0]);
    case "Gte":
      return Number(own) >= Number(values[0]);
    case "Lte":
      return Number(own) <= Number(values[0]);
    default:
      return true;
  }
}

/** Labels by which Karpenter's providers know a machine type. */
function machineLabel(key: string, { type, arch, gpus, vcpu, cloud }: Machine): string | undefined {
  const [family = "", size = ""] = type.split(".");
  const aws = cloud === "aws";
  switch (key) {
    case nodeLabels.instanceType:
    case "karpenter.azure.com/sku-name":
      return type;
    case nodeLabels.arch:
      return arch;
    case "karpenter.k8s.aws/instance-family":
    case "eks.amazonaws.com/instance-family":
      return aws ? family : undefined;
    case "karpenter.k8s.aws/instance-size":
    case "eks.amazonaws.com/instance-size":
      return aws ? size : undefined;
    case "karpenter.k8s.aws/instance-category":
    case "eks.amazonaws.com/instance-category":
      return aws ? /^[a-z]+/.exec(family)?.[0] : undefined;
    case "karpenter.k8s.aws/instance-gpu-count":
    case "eks.amazonaws.com/instance-gpu-count":
    case "karpenter.azure.com/sku-gpu-count":
      return String(Math.floor(gpus));
    case "karpenter.k8s.aws/instance-cpu":
    case "eks.amazonaws.com/instance-cpu":
    case "karpenter.azure.com/sku-cpu":
      return String(vcpu);
    default:
      return undefined;
  }
}

/** The one way in which the NodePool pays; undefined when it may take several. */
function capacityOf(requirements: readonly Requirement[]): Capacity | undefined {
  const [type, ...others] = valuesIn(requirements, nodeLabels.capacityType) ?? [];
  if (others.length > 0) return undefined;
  const reservations = valuesIn(requirements, nodeLabels.reservationType) ?? [];
  const block = reservations.length === 1 && reservations[0] === "capacity-block";
  switch (type) {
    case "on-demand":
    case "spot":
      return type;
    case "reserved":
      return block ? "capacity-block" : "reserved";
    default:
      return undefined;
  }
}

/** Machines of a static NodePool. */
function fixedMachines(object: unknown): number | undefined {
  const replicas = at(object, "spec", "replicas");
  return typeof replicas === "number" ? replicas : undefined;
}

/** Machines that the limits allow; undefined when none of them counts. */
function limitOf(limits: unknown, machine: Machine | undefined): number | undefined {
  const per: Readonly<Record<string, number | undefined>> = {
    nodes: 1,
    "nvidia.com/gpu": machine === undefined ? undefined : Math.floor(machine.gpus),
    cpu: machine?.vcpu,
  };
  const counts = Object.entries(per).flatMap(([resource, size]) => {
    const limit = at(limits, resource);
    if (size === undefined || size === 0) return [];
    if (typeof limit !== "string" && typeof limit !== "number") return [];
    const amount = quantityValue(limit);
    return Number.isFinite(amount) ? [Math.floor(amount / size)] : [];
  });
  return counts.length === 0 ? undefined : Math.min(...counts);
}

/** Requirements of the provisioners and of kubelet become labels that every node of the type has. */
const ownDomain =
  /(^|\.)(kubernetes\.io|k8s\.io|karpenter\.sh|k8s\.aws|amazonaws\.com|azure\.com)\//;

function labelsOf(
  template: unknown,
  requirements: readonly Requirement[],
): Readonly<Record<string, string>> {
  const single = requirements.flatMap(({ key, operator, values: [value, ...others] }) =>
    operator === "In" && value !== undefined && others.length === 0 && !ownDomain.test(key)
      ? [[key, value] as const]
      : [],
  );
  return { ...textMap(at(template, "metadata", "labels")), ...Object.fromEntries(single) };
}

/** Size of the disk in the node class of the same manifests. */
function diskOf(reference: unknown, objects: readonly unknown[]): number | undefined {
  const kind = at(reference, "kind");
  const name = at(reference, "name");
  const nodeClass = objects.find(
    (object) => at(object, "kind") === kind && at(object, "metadata", "name") === name,
  );
  if (nodeClass === undefined) return undefined;
  const direct = at(nodeClass, "spec", "osDiskSizeGB");
  if (typeof direct === "number") return direct;
  const mappings = items(nodeClass, "spec", "blockDeviceMappings");
  const root = mappings.find((one) => at(one, "rootVolume") === true) ?? mappings.at(-1);
  const size = text(
    at(root, "ebs", "volumeSize") ?? at(nodeClass, "spec", "ephemeralStorage", "size"),
  );
  const bytes = size === undefined ? Number.NaN : quantityValue(size);
  return Number.isFinite(bytes) ? Math.round(bytes / 2 ** 30) : undefined;
}
