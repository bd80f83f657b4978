// SPDX-License-Identifier: Apache-2.0
/** @module GKE's ComputeClass as a pool. */
import { at, text } from "../../api/index.js";
import {
  type Capacity,
  gkeAccelerator,
  gkeTaints,
  type Machine,
  machines,
  nodeLabels,
} from "../../facts/index.js";
import { items, type SaidPool, taintsIn, textMap, texts } from "./said.js";

/** What a ComputeClass says. It has no limits, so it never says how many machines there may be. */
export function readComputeClass(object: unknown): SaidPool | undefined {
  const name = text(at(object, "metadata", "name"));
  const priorities = items(object, "spec", "priorities");
  const [first] = priorities;
  if (name === undefined || first === undefined) return undefined;
  const found = priorities.map(machineOf);
  const [machine] = found;
  const config = at(object, "spec", "nodePoolConfig");
  const same = machine !== undefined && found.every((other) => other === machine);
  const zones = texts(
    at(first, "location", "zones") ?? at(object, "spec", "priorityDefaults", "location", "zones"),
  );
  const disk = at(first, "storage", "bootDiskSize");
  return {
    name,
    ...(same ? { machine } : {}),
    ...(zones.length === 0 ? {} : { zones }),
    // With several priorities nobody knows beforehand which one has machines.
    ...(priorities.length === 1 ? { capacity: capacityOf(first) } : {}),
    labels: {
      ...textMap(at(config, "nodeLabels")),
      ...textMap(at(first, "nodeLabels")),
      [nodeLabels.computeClass]: name,
    },
    taints: [
      ...taintsIn(at(config, "taints")),
      ...taintsIn(at(first, "taints")),
      ...(same ? gkeTaints(machine) : []),
    ],
    ...(typeof disk === "number" ? { diskGiB: disk } : {}),
  };
}

function machineOf(priority: unknown): Machine | undefined {
  const type = text(at(priority, "machineType"));
  const family = text(at(priority, "machineFamily"));
  const accelerator = text(at(priority, "gpu", "type"));
  const count = at(priority, "gpu", "count");
  const fitting = machines.filter(
    (machine) =>
      machine.cloud === "gcp" &&
      (type === undefined || machine.type === type) &&
      (family === undefined || machine.type.startsWith(`${family}-`)) &&
      (accelerator === undefined || gkeAccelerator(machine) === accelerator) &&
      (typeof count !== "number" || machine.gpus === count),
  );
  const [only, ...others] = fitting;
  return others.length === 0 ? only : undefined;
}

function capacityOf(priority: unknown): Capacity {
  if (at(priority, "spot") === true) return "spot";
  if (at(priority, "flexStart", "enabled") === true) return "queued";
  const affinity = at(priority, "reservations", "affinity");
  return affinity === "Specific" || affinity === "AnyBestEffort" ? "reserved" : "on-demand";
}
