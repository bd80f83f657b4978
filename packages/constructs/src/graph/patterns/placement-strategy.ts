// SPDX-License-Identifier: Apache-2.0
/** @module Whether pods of a role are drawn together on machines, or spread. */

/**
 * How the pods of a role take machines.
 *
 * - `binpack`: pods prefer machines where pods of their own role run already. Fewer machines are
 *   opened, and fewer pods are left when one fails.
 * - `spread`: the scheduler decides; the default one of Kubernetes spreads them over the machines
 *   that are there.
 */
export type PlacementStrategy = "binpack" | "spread";
