// SPDX-License-Identifier: Apache-2.0
/** @module One mistake that somebody can make, and what the checks have to say about it. */
import type { CheckOptions } from "@dynamo-iac/constructs/checks";
import type { FindingCode } from "@dynamo-iac/constructs/facts";
import type { DraftGraph } from "../graphs.js";

/** A sound graph, a change that spoils it, and the finding that has to follow. */
export interface Mistake {
  readonly name: string;
  readonly graph: () => DraftGraph;
  readonly change: (graph: DraftGraph) => void;
  /** Objects beside the graph. @default - none */
  readonly beside?: (() => readonly unknown[]) | undefined;
  /** What is known of the cluster. @default - nothing */
  readonly options?: CheckOptions | undefined;
  readonly code: FindingCode;
  /** Printed path of the finding. */
  readonly path: string;
  readonly message: RegExp;
  readonly fix: RegExp;
  /** Further codes that the same mistake rightly causes. @default - none */
  readonly also?: readonly FindingCode[] | undefined;
}
