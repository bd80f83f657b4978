// SPDX-License-Identifier: Apache-2.0
/** @module Rules about file systems and where models live. */
import { lustreGiB, lustreTiers } from "@dynamo-iac/constructs/facts";
import { cloudFacts } from "../clouds.js";
import type { Environment } from "../environment.js";
import type { Lustre } from "../sections/storage.js";
import { type Mistake, mistake, setTo, takeOut } from "./mistake.js";

/** File systems and the model cache. */
export function* checkStorage(environment: Environment): Iterable<Mistake> {
  const { storage } = environment;
  if (storage.lustre !== undefined) yield* checkLustre(environment, storage.lustre);
  if (storage.modelCache.kind === "lustre" && storage.lustre === undefined)
    yield mistake(
      "DYN-STACK-033",
      ["storage", "modelCache", "kind"],
      "is lustre, and there is no storage.lustre",
      setTo(["storage", "modelCache", "kind"], "file-share"),
      [["storage", "lustre"]],
    );
  if (storage.lustre !== undefined && storage.modelCache.kind === "lustre") {
    const { sizeGiB } = storage.modelCache;
    if (sizeGiB !== storage.lustre.sizeGiB)
      yield mistake(
        "DYN-STACK-033",
        ["storage", "modelCache", "sizeGiB"],
        `is ${sizeGiB} GiB, and the cache on Lustre is the whole file system of ${storage.lustre.sizeGiB} GiB`,
        takeOut(["storage", "modelCache", "sizeGiB"]),
        [["storage", "lustre"]],
      );
  }
  if (storage.fileShare.existingId !== undefined && storage.fileShare.replicaRegion !== undefined)
    yield mistake(
      "DYN-STACK-035",
      ["storage", "fileShare", "replicaRegion"],
      `copies ${storage.fileShare.existingId}, which this environment does not own`,
      takeOut(["storage", "fileShare", "replicaRegion"]),
    );
}

function* checkLustre(
  { cloud, network, nodes }: Environment,
  { sizeGiB, throughputMBpsPerTiB, zone }: Lustre,
): Iterable<Mistake> {
  const path = ["storage", "lustre"] as const;
  const tiers = lustreTiers.filter((tier) => tier.cloud === cloud);
  const tier = tiers.find(({ mbpsPerTiB }) => mbpsPerTiB === throughputMBpsPerTiB);
  if (tier === undefined) {
    const rates = tiers.map(({ mbpsPerTiB }) => mbpsPerTiB);
    const next = rates.toSorted((a, b) => a - b).find((rate) => rate >= throughputMBpsPerTiB);
    yield mistake(
      "DYN-STACK-031",
      [...path, "throughputMBpsPerTiB"],
      `${cloudFacts[cloud].title} offers ${rates.join(", ")} MB/s per TiB, not ${throughputMBpsPerTiB}`,
      setTo([...path, "throughputMBpsPerTiB"], next ?? rates.at(-1)),
    );
  } else {
    const possible = lustreGiB(tier, 0, sizeGiB);
    if (possible !== sizeGiB)
      yield mistake(
        "DYN-STACK-030",
        [...path, "sizeGiB"],
        `${tier.name} comes in ${tier.minGiB} GiB or multiples of ${tier.stepGiB} GiB, not ${sizeGiB} GiB`,
        setTo([...path, "sizeGiB"], possible),
      );
  }
  const used = new Set(nodes.gpu.flatMap((pool) => pool.zones));
  if (!network.zones.includes(zone) || (used.size > 0 && !used.has(zone)))
    yield mistake(
      "DYN-STACK-032",
      [...path, "zone"],
      `is ${zone}, and the GPU machines are in ${[...used].join(", ") || network.zones.join(", ")}: every byte would cross zones`,
      setTo([...path, "zone"], [...used][0] ?? network.zones[0]),
      [
        ["network", "zones"],
        ["nodes", "gpu"],
      ],
    );
}
