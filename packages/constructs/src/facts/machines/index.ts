// SPDX-License-Identifier: Apache-2.0
/** @module Every GPU machine of the three clouds, by handle and by name. */
import { aws } from "./aws.js";
import { azure } from "./azure.js";
import { gcp } from "./gcp.js";
import type { Machine } from "./machine.js";

export { aws } from "./aws.js";
export { azure } from "./azure.js";
export { gcp } from "./gcp.js";
export { gkeAccelerator, gkeTaints } from "./gke.js";
export {
  type Capacity,
  type Cloud,
  type Machine,
  type MachineProps,
  type Machines,
  machine,
  type Rdma,
} from "./machine.js";

/** Every machine of the tables, cloud by cloud. */
export const machines: readonly Machine[] = [aws, azure, gcp].flatMap((cloud) =>
  Object.values<Machine>(cloud),
);

const byType = new Map(machines.map((machine) => [machine.type, machine]));

/** The machine of that name, such as `p5.48xlarge`; undefined when no table has it. */
export function findMachine(type: string): Machine | undefined {
  return byType.get(type);
}
