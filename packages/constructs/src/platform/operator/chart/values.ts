// SPDX-License-Identifier: Apache-2.0
/**
 * @module The values of chart dynamo-platform 1.4.0: types and a strict schema. Values of the charts
 * that it brings along are those charts' own, beyond what Dynamo's chart itself sets.
 *
 * @see deploy/helm/charts/platform/values.yaml
 */
import { z } from "zod";
import { open } from "./field.js";
import { operatorValues } from "./operator-values.js";

const install = { install: z.boolean().optional() };
const integration = z.strictObject({
  ...install,
  /** True when it is in the cluster already. @default false */
  enabled: z.boolean().optional(),
});

const platformValues = z.strictObject({
  /** What the chart brings along, and what is there already. */
  global: z
    .strictObject({
      nats: z.strictObject(install).optional(),
      etcd: z.strictObject(install).optional(),
      grove: integration.optional(),
      "kai-scheduler": integration.optional(),
      "volcano-scheduler": z.strictObject({ enabled: z.boolean().optional() }).optional(),
    })
    .optional(),
  /** The operator. */
  "dynamo-operator": operatorValues.optional(),
  /** Values of the chart `nats` 1.3.2. */
  nats: open.optional(),
  /** Values of the chart `etcd` 12.0.18. */
  etcd: open.optional(),
  /** Values of the chart `grove-charts`. */
  grove: open.optional(),
  /** Values of the chart `kai-scheduler`. */
  "kai-scheduler": open.optional(),
});

/** Values of chart dynamo-platform 1.4.0; a key that it does not have is an error. */
export interface PlatformChartValues extends Readonly<z.infer<typeof platformValues>> {}

/** The schema of {@link PlatformChartValues}, for whatever checks values against one. */
export const platformChartSchema: z.ZodType<PlatformChartValues, PlatformChartValues> =
  platformValues;
