// SPDX-License-Identifier: Apache-2.0
/** @module Rules about names, region, zones and the network. */
import { show } from "@dynamo-iac/constructs/facts";
import { isEverybody, isPrivate, parseCidr, privateRanges, sizeOf } from "../../addresses/index.js";
import { cloudFacts, isZoneOf } from "../clouds.js";
import type { Environment } from "../environment.js";
import { type Mistake, mistake, replaceBy, setTo, takeOut } from "./mistake.js";

/** Days that CloudWatch can keep logs. @see PutRetentionPolicy, retentionInDays */
const cloudWatchDays = [
  0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922,
  3288, 3653,
];

/** Name and region. */
export function* checkNames({ cloud, name, region }: Environment): Iterable<Mistake> {
  const facts = cloudFacts[cloud];
  if (name.length > facts.nameLength)
    yield mistake(
      "DYN-STACK-010",
      ["name"],
      `has ${name.length} characters, at most ${facts.nameLength} leave room for the names made from it: ${show(name)}`,
      setTo(["name"], name.slice(0, facts.nameLength).replace(/-+$/, "")),
    );
  if (!facts.isRegion(region))
    yield mistake(
      "DYN-STACK-011",
      ["region"],
      `${show(region)} has not the form of a region of ${facts.title}, such as ${facts.region}`,
      setTo(["region"], facts.region),
    );
}

/** Zones and addresses. */
export function* checkNetwork(environment: Environment): Iterable<Mistake> {
  const { network, cloud } = environment;
  yield* checkZones(environment);
  if (network.existing === undefined) yield* checkCidr(environment);
  else if (network.existing.privateSubnetIds.length !== network.zones.length)
    yield mistake(
      "DYN-STACK-015",
      ["network", "existing", "privateSubnetIds"],
      `names ${network.existing.privateSubnetIds.length} private subnets for ${network.zones.length} zones (${network.zones.join(", ")}): one per zone, in their order`,
      network.existing.privateSubnetIds.length < network.zones.length
        ? setTo(
            ["network", "existing", "privateSubnetIds", network.existing.privateSubnetIds.length],
            "subnet-0123456789abcdef0",
          )
        : replaceBy(
            ["network", "existing", "privateSubnetIds"],
            network.existing.privateSubnetIds.slice(0, network.zones.length),
          ),
      [["network", "zones"]],
    );
  const days = network.flowLogRetentionDays;
  if (cloud === "aws" && !cloudWatchDays.includes(days))
    yield mistake(
      "DYN-STACK-017",
      ["network", "flowLogRetentionDays"],
      `CloudWatch cannot keep logs for ${days} days`,
      setTo(["network", "flowLogRetentionDays"], cloudWatchDays.find((can) => can > days) ?? 3653),
    );
}

/** Who may reach the Kubernetes API. */
export function* checkApi({ network }: Environment): Iterable<Mistake> {
  for (const [index, cidr] of network.apiCidrs.entries()) {
    if (isEverybody(cidr))
      yield mistake(
        "DYN-STACK-016",
        ["network", "apiCidrs", index],
        `${cidr} lets everybody on the internet reach the Kubernetes API`,
        setTo(["network", "apiCidrs", index], "203.0.113.0/24"),
      );
  }
}

function* checkZones({ network, cloud, region }: Environment): Iterable<Mistake> {
  const facts = cloudFacts[cloud];
  const { zones } = network;
  const fromRegion = zones.map((_, index) => facts.zone(region, index));
  for (const [index, zone] of zones.entries()) {
    const path = ["network", "zones", index];
    if (!isZoneOf(cloud, region, zone))
      yield mistake(
        "DYN-STACK-012",
        path,
        `${show(zone)} is no zone of ${region}, whose zones are called like ${fromRegion[0]}`,
        setTo(path, fromRegion[index]),
        [["region"]],
      );
    if (zones.indexOf(zone) < index)
      yield mistake(
        "DYN-STACK-013",
        path,
        `names ${zone} a second time`,
        replaceBy(["network", "zones"], [...new Set(zones)]),
      );
  }
  const distinct = new Set(zones).size;
  if (distinct < facts.minZones)
    yield mistake(
      "DYN-STACK-013",
      ["network", "zones"],
      `names ${distinct} ${distinct === 1 ? "zone" : "zones"}, the control plane of ${facts.title} needs ${facts.minZones}`,
      setTo(
        ["network", "zones"],
        Array.from({ length: facts.minZones }, (_, index) => facts.zone(region, index)),
      ),
      [["region"]],
    );
}

function* checkCidr({ network, cloud }: Environment): Iterable<Mistake> {
  const { widest, narrowest } = cloudFacts[cloud].networkPrefix;
  const block = parseCidr(network.cidr);
  // The schema says what is no block.
  if (block === undefined) return;
  const { prefix } = block;
  const path = ["network", "cidr"];
  if (prefix < widest || prefix > narrowest)
    yield mistake(
      "DYN-STACK-014",
      path,
      `/${prefix} is not between /${widest} and /${narrowest}: ${sizeOf(prefix)} addresses, and every pod takes one`,
      setTo(path, "10.42.0.0/16"),
    );
  else if (!isPrivate(block))
    yield mistake(
      "DYN-STACK-014",
      path,
      `${network.cidr} is not wholly inside one of the private ranges ${privateRanges.join(", ")}`,
      setTo(path, "10.42.0.0/16"),
    );
}

/** Regions that keep copies. */
export function* checkCopies({ cloud, region, storage, backup }: Environment): Iterable<Mistake> {
  const copies = [
    [["storage", "fileShare", "replicaRegion"], storage.fileShare.replicaRegion],
    [["backup", "copyRegion"], backup.copyRegion],
  ] as const;
  const facts = cloudFacts[cloud];
  for (const [path, other] of copies) {
    if (other === undefined) continue;
    if (other === region)
      yield mistake(
        "DYN-STACK-034",
        path,
        `${other} is the region of the environment itself: a copy there is lost with it`,
        takeOut(path),
        [["region"]],
      );
    else if (!facts.isRegion(other))
      yield mistake(
        "DYN-STACK-011",
        path,
        `${show(other)} has not the form of a region of ${facts.title}, such as ${facts.region}`,
        setTo(path, facts.region),
      );
  }
}
