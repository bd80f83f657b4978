// SPDX-License-Identifier: Apache-2.0
/** @module Rules about the endpoint picker. */
import { show } from "../../facts/index.js";
import { type Problems, problem } from "../problem.js";
import { at, has, text } from "../reading.js";
import type { ComponentView } from "./component-view.js";

/** What an `epp` component needs, and what no other component may have. */
export function* endpointPickerRules(component: ComponentView): Problems {
  const { type, eppConfig, nodeCount, replicas, name } = component;
  const picker = type.value === "epp";
  if (eppConfig.value !== undefined) yield* configuration(component, picker);
  if (!picker) return;
  if (eppConfig.value === undefined)
    yield problem(
      "DYN-API-058",
      eppConfig.path,
      `${show(name)} is of type epp and needs eppConfig, got nothing`,
      "Set eppConfig.config, or eppConfig.configMapRef.",
    );
  if (nodeCount.value !== undefined)
    yield problem(
      "DYN-API-059",
      nodeCount.path,
      `an endpoint picker runs on 1 node, got ${nodeCount.value}`,
      "Remove multinode.",
    );
  if (replicas.value !== undefined && replicas.value !== 1)
    yield problem(
      "DYN-API-060",
      replicas.path,
      `must be 1 for an endpoint picker, got ${replicas.value}`,
      "Set replicas to 1, or remove it.",
    );
}

function* configuration({ type, eppConfig }: ComponentView, picker: boolean): Problems {
  if (!picker)
    yield problem(
      "DYN-API-055",
      eppConfig.path,
      `only a component of type epp may have it, this one is ${show(type.value)}`,
      "Remove eppConfig, or set the type to epp.",
    );
  const given = ["config", "configMapRef"].filter((field) => has(eppConfig.value, field));
  if (given.length !== 1)
    yield problem(
      "DYN-API-056",
      eppConfig.path,
      `exactly one of config and configMapRef is needed, got ${given.length === 0 ? "none" : "both"}`,
      given.length === 0 ? "Set one of the two." : "Remove one of the two.",
    );
  if (has(eppConfig.value, "configMapRef") && !text(at(eppConfig.value, "configMapRef", "name")))
    yield problem(
      "DYN-API-057",
      [...eppConfig.path, "configMapRef", "name"],
      "must not be empty",
      "Set the name of the ConfigMap.",
    );
}
