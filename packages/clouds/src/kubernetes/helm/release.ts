// SPDX-License-Identifier: Apache-2.0
/** @module A Helm release of a pinned chart, whose values are checked before anything runs. */
import { Release } from "@pulumi/kubernetes/helm/v3/release";
import type * as pulumi from "@pulumi/pulumi";
import type { z } from "zod";
import { type Mistake, refuse } from "../refusal.js";
import { resolveTokens } from "../tokens/resolve.js";
import type { ChartDefinition } from "./chart.js";
import { checkValues, guarded, type Inputs } from "./values.js";

/** Arguments of {@link HelmRelease}. */
export interface HelmReleaseArgs<Schema extends z.ZodType> {
  readonly chart: ChartDefinition<Schema>;
  /** Namespace of the release; it has to be there unless `createNamespace`. */
  readonly namespace: string;
  /** Values of the chart; any part may be an Output, a secret or a token. @default - what the chart says */
  readonly values?: Inputs<z.input<Schema>> | undefined;
  /** Name of the release in the cluster: Helm builds object names from it. @default - the name of the resource */
  readonly releaseName?: string | undefined;
  /** Helm makes the namespace; it then has no Pod Security level and stays behind when the release goes. @default false */
  readonly createNamespace?: boolean | undefined;
  /**
   * Seconds until Helm gives up on objects that do not become ready, and rolls back. The first pull
   * of large images and CRDs that are applied by a pod take minutes.
   *
   * @default 900
   */
  readonly timeoutSeconds?: number | undefined;
  /** Do not wait for the objects to be ready; what depends on the release may come too early. @default false */
  readonly skipAwait?: boolean | undefined;
  /** Leave the CRDs of the chart out: something else installs them. @default false */
  readonly skipCrds?: boolean | undefined;
}

/**
 * A release by Helm itself (hooks and rollback included), as one resource: a failed install or
 * upgrade is rolled back, jobs are waited for, and values are always sent whole, so that keys of an
 * earlier version cannot stay behind.
 *
 * @throws pulumi.InputPropertiesError with every value that the schema of the chart refuses
 */
export class HelmRelease<Schema extends z.ZodType = z.ZodType> extends Release {
  constructor(
    name: string,
    args: HelmReleaseArgs<Schema>,
    opts?: pulumi.CustomResourceOptions | undefined,
  ) {
    const where = `HelmRelease ${name}`;
    const { chart, namespace } = args;
    const timeout = args.timeoutSeconds ?? 900;
    const values: unknown = args.values ?? {};
    const resolved = resolveTokens(values, ["values"]);
    refuse(where, [
      ...checkArgs(timeout),
      ...checkValues(chart.values, values),
      ...resolved.problems,
    ]);
    const { repository } = chart.pin;
    super(
      name,
      {
        chart: chart.pin.chart,
        version: chart.pin.version,
        ...(repository === undefined ? {} : { repositoryOpts: { repo: repository } }),
        name: args.releaseName ?? name,
        namespace,
        createNamespace: args.createNamespace ?? false,
        values: guarded(where, chart.values, resolved.value) as Record<string, unknown>,
        atomic: true,
        cleanupOnFail: true,
        waitForJobs: true,
        timeout,
        skipAwait: args.skipAwait ?? false,
        skipCrds: args.skipCrds ?? false,
      },
      opts,
    );
  }
}

function checkArgs(timeout: number): Mistake[] {
  if (Number.isInteger(timeout) && timeout > 0) return [];
  return [
    {
      path: ["timeoutSeconds"],
      reason: `must be a whole number of seconds above 0, got ${timeout}. Use 900.`,
    },
  ];
}
