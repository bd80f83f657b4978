// SPDX-License-Identifier: Apache-2.0
/** @module The component of an endpoint picker. */
import type { EppConfig } from "../../api/index.js";
import { parallelism } from "../../engines/index.js";
import { dynamoImage } from "../../facts/index.js";
import type { ComponentProps } from "../component.js";
import { defined } from "../container.js";
import { merge } from "../merge.js";
import type { EndpointPickerOptions } from "./endpoint-picker.js";
import type { PatternProps } from "./pattern-props.js";
import { hardened, list, mergeEnvironment, modelId, tokenSources } from "./pod-defaults.js";

/** The endpoint picker's component. */
export function resolveEndpointPicker(
  props: PatternProps,
  options: EndpointPickerOptions,
): ComponentProps {
  const { env, ...component } = options.component ?? {};
  const blockSize = options.blockSize ?? parallelism(props.engine)?.blockSize;
  const base: ComponentProps = {
    name: "epp",
    type: "epp",
    replicas: 1,
    image: dynamoImage("frontend", { version: props.version }),
    eppConfig: { config: options.config ?? dynamoProfiles(props) },
    ...hardened(),
    env: mergeEnvironment(
      { DYN_MODEL_NAME: servedName(props) },
      blockSize === undefined ? undefined : { DYN_KV_CACHE_BLOCK_SIZE: String(blockSize) },
      env,
    ),
    envFrom: list([...tokenSources(props)]),
  };
  return merge(defined(base), defined(component));
}

function servedName(props: PatternProps): string {
  const given = typeof props.model === "string" ? undefined : props.model.servedName;
  return given ?? modelId(props.model);
}

/** The profile handler runs the prefill profile only where prefill workers exist. */
function dynamoProfiles(props: PatternProps): NonNullable<EppConfig["config"]> {
  const aggregated = props.serving.kind === "aggregated";
  const roles = aggregated ? ["decode"] : ["prefill", "decode"];
  return {
    plugins: [
      { type: "disagg-profile-handler" },
      ...roles.flatMap((role) => [
        {
          name: `${role}-filter`,
          type: "label-filter",
          parameters: {
            label: "nvidia.com/dynamo-component-type",
            // Workers that do both phases carry the label `worker`.
            validValues: aggregated ? [role, "worker"] : [role],
            allowsNoLabel: role === "decode",
          },
        },
        { name: `dyn-${role}`, type: `dyn-${role}-scorer` },
      ]),
      { name: "picker", type: "max-score-picker" },
    ],
    schedulingProfiles: roles.map((role) => ({
      name: role,
      plugins: [`${role}-filter`, `dyn-${role}`, "picker"].map((pluginRef) => ({
        pluginRef,
        weight: 1,
      })),
    })),
  };
}
