// SPDX-License-Identifier: Apache-2.0
/** @module Rules about the machines: what exists, what can be had how, and where. */
import { findMachine, machines, nearest, show } from "@dynamo-iac/constructs/facts";
import { cloudFacts } from "../clouds.js";
import type { Environment } from "../environment.js";
import { type GpuPool, hasFabric } from "../sections/nodes.js";
import { type Mistake, mistake, replaceBy, setTo, takeOut } from "./mistake.js";

/** Longest name of a pool; the operator and the clouds make longer ones from it. */
const poolNameLength = 40;

/** The system pool and the GPU pools. */
export function* checkNodes(environment: Environment): Iterable<Mistake> {
  const { system, gpu } = environment.nodes;
  if (system.min > system.max)
    yield mistake(
      "DYN-STACK-022",
      ["nodes", "system", "max"],
      `is ${system.max}, below the ${system.min} machines that always run`,
      setTo(["nodes", "system", "max"], system.min),
      [["nodes", "system", "min"]],
    );
  for (const [index, pool] of gpu.entries()) {
    yield* checkPool(environment, pool, index);
    yield* checkCapacity(pool, index);
    yield* checkPlace(environment, pool, index);
    yield* checkProvisioner(environment, pool, index);
  }
}

function* checkPool(
  { nodes, cloud }: Environment,
  pool: GpuPool,
  index: number,
): Iterable<Mistake> {
  const here = ["nodes", "gpu", index] as const;
  const first = nodes.gpu.findIndex((other) => other.name === pool.name);
  if (first < index)
    yield mistake(
      "DYN-STACK-020",
      [...here, "name"],
      `${show(pool.name)} is the name of nodes.gpu[${first}] too`,
      setTo([...here, "name"], `${pool.name}-${index + 1}`),
      [["nodes", "gpu", first, "name"]],
    );
  if (pool.name.length > poolNameLength)
    yield mistake(
      "DYN-STACK-020",
      [...here, "name"],
      `has ${pool.name.length} characters, at most ${poolNameLength} leave room for the names made from it`,
      setTo([...here, "name"], pool.name.slice(0, poolNameLength).replace(/-+$/, "")),
    );
  if (pool.min > pool.max)
    yield mistake(
      "DYN-STACK-022",
      [...here, "max"],
      `is ${pool.max}, below the ${pool.min} machines that always run`,
      setTo([...here, "max"], pool.min),
      [[...here, "min"]],
    );
  yield* checkMachine(cloud, pool.machine, [...here, "machine"]);
}

function* checkMachine(
  cloud: Environment["cloud"],
  type: string,
  path: readonly (string | number)[],
): Iterable<Mistake> {
  const facts = findMachine(type);
  if (facts?.cloud === cloud) return;
  const own = machines.filter((machine) => machine.cloud === cloud).map((machine) => machine.type);
  const close = nearest(type, own);
  const title = cloudFacts[cloud].title;
  const hint = close === undefined ? "" : `; did you mean ${show(close)}?`;
  yield mistake(
    "DYN-STACK-021",
    path,
    facts === undefined
      ? `${show(type)} is no GPU machine of ${title} that is known${hint}`
      : `${show(type)} is a machine of another cloud, this environment is on ${title}`,
    setTo(path, close ?? own[0]),
  );
}

function* checkCapacity(pool: GpuPool, index: number): Iterable<Mistake> {
  const here = ["nodes", "gpu", index] as const;
  const path = [...here, "capacity"];
  const reads = [[...here, "machine"]];
  const offered = findMachine(pool.machine)?.capacities;
  if (offered !== undefined && !offered.includes(pool.capacity))
    yield mistake(
      "DYN-STACK-023",
      path,
      `${pool.machine} cannot be had as ${pool.capacity}, only as ${offered.join(" or ")}`,
      setTo(path, offered[0]),
      reads,
    );
  const reserves = pool.capacity === "reserved" || pool.capacity === "capacity-block";
  if (reserves && pool.reservationIds.length === 0)
    yield mistake(
      "DYN-STACK-024",
      [...here, "reservationIds"],
      `${pool.capacity} needs the reservation that the machines come from`,
      setTo([...here, "reservationIds", 0], "cr-0123456789abcdef0"),
      [path],
    );
  if (!reserves && pool.reservationIds.length > 0)
    yield mistake(
      "DYN-STACK-024",
      [...here, "reservationIds"],
      `names ${pool.reservationIds.length} reservations, which ${pool.capacity} machines do not use`,
      setTo(path, "reserved"),
      [path],
    );
  if (pool.capacity === "spot" && hasFabric(pool.machine))
    yield mistake(
      "DYN-STACK-026",
      path,
      `one interruption of ${pool.machine} breaks every transfer between prefill and decode`,
      setTo(path, "on-demand"),
      reads,
    );
}

function* checkPlace({ network }: Environment, pool: GpuPool, index: number): Iterable<Mistake> {
  const path = ["nodes", "gpu", index, "zones"];
  const reads = [["network", "zones"]];
  if (pool.zones.length === 0)
    yield mistake(
      "DYN-STACK-027",
      path,
      "names no zone, so no machine can stand anywhere",
      takeOut(path),
    );
  for (const [at, zone] of pool.zones.entries()) {
    if (network.zones.includes(zone)) continue;
    yield mistake(
      "DYN-STACK-027",
      [...path, at],
      `${show(zone)} is not among the zones of the network: ${network.zones.join(", ")}`,
      setTo([...path, at], nearest(zone, network.zones) ?? network.zones[0]),
      reads,
    );
  }
  if (pool.zones.length > 1 && hasFabric(pool.machine))
    yield mistake(
      "DYN-STACK-025",
      path,
      `spreads ${pool.machine} over ${pool.zones.length} zones (${pool.zones.join(", ")}), and its fabric ends at the zone`,
      replaceBy(path, pool.zones.slice(0, 1)),
      [["nodes", "gpu", index, "machine"]],
    );
}

function* checkProvisioner(
  { cloud, nodes }: Environment,
  pool: GpuPool,
  index: number,
): Iterable<Mistake> {
  const path = ["nodes", "gpu", index, "provisioner"];
  const facts = cloudFacts[cloud];
  if (!facts.provisioners.includes(pool.provisioner)) {
    yield mistake(
      "DYN-STACK-028",
      path,
      `${facts.title} has no ${show(pool.provisioner)}, only ${facts.provisioners.join(" and ")}`,
      setTo(path, facts.provisioners[0]),
    );
    return;
  }
  const auto = nodes.gpu.findIndex((other) => other.provisioner === "auto");
  if (pool.provisioner === "karpenter" && auto !== -1)
    yield mistake(
      "DYN-STACK-028",
      path,
      `is "karpenter" while nodes.gpu[${auto}] is "auto": two controllers would own the same nodes`,
      setTo(path, "auto"),
      [["nodes", "gpu", auto, "provisioner"]],
    );
}
