// SPDX-License-Identifier: Apache-2.0
/** @module The component of a planner. */
import { type PlannerSettings, plannerProgram } from "../../engines/index.js";
import { dynamoImage } from "../../facts/index.js";
import type { ComponentProps } from "../component.js";
import { defined } from "../container.js";
import { merge } from "../merge.js";
import type { PatternProps } from "./pattern-props.js";
import type { PlannerOptions } from "./planner.js";
import { hardened, list, tokenSources } from "./pod-defaults.js";

/** The planner's component; backend and mode follow from the graph. */
export function resolvePlanner(props: PatternProps, options: PlannerOptions): ComponentProps {
  const config: PlannerSettings = {
    environment: "kubernetes",
    backend: props.engine.program,
    mode: props.serving.kind === "aggregated" ? "agg" : "disagg",
    ...options.config,
  };
  const base: ComponentProps = {
    name: "planner",
    type: "planner",
    replicas: 1,
    image: dynamoImage("planner", { version: props.version }),
    program: plannerProgram({ config }),
    ...hardened(),
    envFrom: list([...tokenSources(props)]),
  };
  return merge(defined(base), defined(options.component ?? {}));
}
