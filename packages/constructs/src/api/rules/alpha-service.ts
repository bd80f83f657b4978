// SPDX-License-Identifier: Apache-2.0
/** @module Rules about fields of a v1alpha1 service that v1beta1 does not have. */
import { show } from "../../facts/index.js";
import { type Problems, problem } from "../problem.js";
import { at, has, text } from "../reading.js";
import type { ComponentView } from "./component-view.js";

/** Ingress, and the fields that the operator ignores. */
export function* alphaServiceRules({ raw, path }: ComponentView): Problems {
  const host = at(raw, "ingress", "host");
  if (at(raw, "ingress", "enabled") === true && (host === undefined || host === ""))
    yield problem(
      "DYN-API-075",
      [...path, "ingress", "host"],
      `required because the ingress is enabled, got ${show(host)}`,
      "Set ingress.host.",
    );
  const namespace = text(at(raw, "dynamoNamespace")) ?? "";
  if (namespace !== "")
    yield problem(
      "DYN-API-076",
      [...path, "dynamoNamespace"],
      `${show(namespace)} is ignored: the Dynamo namespace follows from namespace and graph`,
      "Remove dynamoNamespace.",
    );
  if (has(raw, "autoscaling"))
    yield problem(
      "DYN-API-076",
      [...path, "autoscaling"],
      "ignored: no autoscaler is created",
      "Remove autoscaling, and use scalingAdapter with an autoscaler of its own.",
    );
}
