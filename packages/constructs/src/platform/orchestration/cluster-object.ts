// SPDX-License-Identifier: Apache-2.0
/** @module Metadata of the objects of this room, which belong to the whole cluster. */
import { type Waiver, waiverAnnotation } from "../../facts/index.js";
import type { RenderedObject } from "../rendered.js";

/** What every object of this room takes. */
export interface ClusterObjectProps {
  /** Name of the object, the same for the whole cluster. @default - the construct id */
  readonly name?: string | undefined;
  /** Labels of the object. @default - those of the chart */
  readonly labels?: Readonly<Record<string, string>> | undefined;
  /** Findings that are acceptable here, each with its reason. @default - none */
  readonly waive?: readonly Waiver[] | undefined;
}

/** The object as it is written, but for its `spec`. */
export function clusterObject(
  apiVersion: string,
  kind: string,
  id: string,
  { name, labels, waive }: ClusterObjectProps,
): RenderedObject {
  const annotations =
    waive === undefined || waive.length === 0
      ? undefined
      : { [waiverAnnotation]: JSON.stringify(waive) };
  const metadata = { name: name ?? id, namespace: undefined, labels, annotations };
  return { apiVersion, kind, metadata };
}
