// SPDX-License-Identifier: Apache-2.0
/** @module Whether the machine is large enough, before anything is written out. */
import type { ComponentView } from "../../checks/index.js";
import type { Report } from "../report.js";
import { gpuCount } from "./resources.js";

/** The largest machines have 16 GPUs; twice that is a slip of the pen. */
const mostGpus = 32;

/** Containers that a Compose file is still readable with. */
const mostContainers = 256;

/** DYN-CMP-005, 026: true when all replicas fit. */
export function fitsMachine(
  components: readonly ComponentView[],
  gpus: number | undefined,
  report: Report,
): boolean {
  const path = ["spec", "components"];
  const counts = components.map((view) => {
    const containers = view.component.podTemplate?.spec?.containers ?? [];
    const each = containers.reduce((sum, container) => sum + gpuCount(container), 0);
    return {
      view,
      containers: view.replicas * containers.length,
      gpus: view.replicas * each,
      each,
    };
  });
  const total = (key: "containers" | "gpus") => counts.reduce((sum, count) => sum + count[key], 0);
  const available = gpus ?? mostGpus;
  if (total("gpus") > available) {
    const terms = counts
      .filter((count) => count.gpus > 0)
      .map(({ view, each }) => `${view.name} ${view.replicas} × ${each}`);
    report(
      "DYN-CMP-005",
      path,
      `${terms.join(" + ")} = ${total("gpus")} GPUs, the machine has ${available}`,
      "Lower the replicas or the parallel sizes.",
    );
  }
  if (total("containers") > mostContainers)
    report(
      "DYN-CMP-026",
      path,
      `the replicas have ${total("containers")} containers, at most ${mostContainers} are written out`,
      "Lower the replicas.",
    );
  return total("gpus") <= available && total("containers") <= mostContainers;
}
