// SPDX-License-Identifier: Apache-2.0
/** @module What adapters need of the workers, and their DynamoModels. */
import type { DynamoModel } from "../../api/index.js";
import type { Environment } from "../environment.js";
import type { LoraOptions } from "./lora.js";
import type { PatternProps } from "./pattern-props.js";
import { modelId } from "./pod-defaults.js";

/** What the workers' environment needs for dynamic adapters. */
export function loraEnvironment(options: LoraOptions | undefined): Environment | undefined {
  return options === undefined ? undefined : { DYN_LORA_ENABLED: "true" };
}

/** The DynamoModel of each adapter. */
export function loraModels(graph: string, props: PatternProps): readonly DynamoModel[] {
  return Object.entries(props.lora?.adapters ?? {}).map(([name, uri]) => ({
    apiVersion: "nvidia.com/v1alpha1",
    kind: "DynamoModel",
    metadata: {
      name: `${graph}-${name.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`,
      ...(props.namespace === undefined ? {} : { namespace: props.namespace }),
    },
    spec: {
      modelName: name,
      baseModelName: modelId(props.model),
      modelType: "lora",
      source: { uri },
    },
  }));
}
