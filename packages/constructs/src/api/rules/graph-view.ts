// SPDX-License-Identifier: Apache-2.0
/** @module A graph, or one component deployment, as rules see it, whichever API version wrote it. */
import { annotations, type FieldPath } from "../../facts/index.js";
import { at, entries, items, text } from "../reading.js";
import {
  type ApiVersion,
  alphaComponent,
  betaComponent,
  type ComponentView,
} from "./component-view.js";

/** What the cluster brings along. */
export interface RuleContext {
  /** True when the operator runs graphs on Grove. @default true; the annotation nvidia.com/enable-grove: "false" wins */
  readonly grove?: boolean | undefined;
  /** `update` when the object exists already. @default "create" */
  readonly operation?: "create" | "update" | undefined;
}

/** A graph with its components. A component deployment counts as a graph with one component. */
export interface GraphView {
  readonly version: ApiVersion;
  readonly object: unknown;
  readonly name: string | undefined;
  readonly namespace: string | undefined;
  readonly spec: unknown;
  /** True when the operator puts the graph on Grove. */
  readonly grove: boolean;
  readonly creating: boolean;
  readonly components: readonly ComponentView[];
  readonly componentsPath: FieldPath;
}

/** Reads a DynamoGraphDeployment. */
export function graphView(object: unknown, context: RuleContext = {}): GraphView {
  const version = versionOf(object);
  const spec = at(object, "spec");
  return {
    componentsPath: ["spec", version === "v1beta1" ? "components" : "services"],
    components:
      version === "v1beta1"
        ? items(at(spec, "components")).map((raw, index) =>
            betaComponent(raw, ["spec", "components", index], text(at(raw, "name")) ?? ""),
          )
        : entries(at(spec, "services")).map(([name, raw]) =>
            alphaComponent(raw, ["spec", "services", name], name),
          ),
    ...baseView(object, context),
  };
}

/** Reads a DynamoComponentDeployment. */
export function deploymentView(object: unknown, context: RuleContext = {}): GraphView {
  const view = baseView(object, context);
  const name = text(at(view.spec, "name")) ?? view.name ?? "";
  const read = view.version === "v1beta1" ? betaComponent : alphaComponent;
  return { componentsPath: ["spec"], components: [read(view.spec, ["spec"], name)], ...view };
}

function baseView(object: unknown, context: RuleContext) {
  const refused = text(at(object, "metadata", "annotations", annotations.enableGrove));
  return {
    version: versionOf(object),
    object,
    name: text(at(object, "metadata", "name")),
    namespace: text(at(object, "metadata", "namespace")),
    spec: at(object, "spec"),
    grove: (context.grove ?? true) && refused?.toLowerCase() !== "false",
    creating: (context.operation ?? "create") === "create",
  };
}

function versionOf(object: unknown): ApiVersion {
  return text(at(object, "apiVersion")) === "nvidia.com/v1alpha1" ? "v1alpha1" : "v1beta1";
}
