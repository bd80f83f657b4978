// SPDX-License-Identifier: Apache-2.0
/** @module A Helm chart as this library uses it: one pinned version, and the values that may be set. */
import type { z } from "zod";
import type { ChartPin } from "./pins.js";

/** A chart with its values. */
export interface ChartDefinition<Schema extends z.ZodType = z.ZodType> {
  readonly pin: ChartPin;
  /** What may be set. Strict: a key that is not in it is an error before anything runs. */
  readonly values: Schema;
}

/**
 * Ties a pin to the schema of its values. Use `z.strictObject` on every level; a part of the values
 * that is somebody else's format (a pod spec, a Prometheus configuration) may be a record.
 *
 * @example
 * const keda = defineChart(chartPins.keda, z.strictObject({ resources: resources.optional() }));
 */
export function defineChart<Schema extends z.ZodType>(
  pin: ChartPin,
  values: Schema,
): ChartDefinition<Schema> {
  return { pin, values };
}
