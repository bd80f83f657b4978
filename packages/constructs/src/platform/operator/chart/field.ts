// SPDX-License-Identifier: Apache-2.0
/** @module Shapes of chart values that occur again and again. */
import { z } from "zod";

/** A part that belongs to another project's chart, or to Kubernetes: kept as it is. */
export const open = z.record(z.string(), z.unknown());

/** Text by free keys: labels, annotations. */
export const texts = z.record(z.string(), z.string());

/** Objects of Kubernetes, such as tolerations. */
export const objects = z.array(open);

/** Secrets by their names. */
export const references = z.array(z.strictObject({ name: z.string() }));

/** Text that is null when nothing is said. */
export const textOrNull = z.string().nullable();

/** A switch whose null stands for: look at the cluster. */
export const triState = z.boolean().nullable();
