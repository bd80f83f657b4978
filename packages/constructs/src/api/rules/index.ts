// SPDX-License-Identifier: Apache-2.0
/** @module The rules of CRD and admission webhooks on one object, by kind. */
import type { Finding } from "../../facts/index.js";
import { findingsOf, type Problems } from "../problem.js";
import { at, isNvidia, text } from "../reading.js";
import { alphaServiceRules } from "./alpha-service.js";
import { componentRules } from "./component.js";
import { endpointPickerRules } from "./endpoint-picker.js";
import { gpuMemoryRules } from "./gpu-memory.js";
import { graphRules } from "./graph.js";
import { deploymentView, type GraphView, graphView, type RuleContext } from "./graph-view.js";
import { annotationRules, objectRules } from "./metadata.js";
import { checkpointRules, modelRules } from "./model.js";
import { mountRules } from "./mounts.js";
import { nameRules } from "./names.js";
import { requestRules } from "./request.js";

/**
 * What the API refuses (or warns of) in an object whose fields are all right by the schema.
 * Reads both API versions as they are written; anything that is not Dynamo's gives no findings.
 *
 * @see deploy/operator/internal/webhook/validation
 */
export function checkRules(object: unknown, context: RuleContext = {}): readonly Finding[] {
  return isNvidia(object) ? findingsOf(object, rulesOf(object, context)) : [];
}

function* rulesOf(object: unknown, context: RuleContext): Problems {
  switch (text(at(object, "kind"))) {
    case "DynamoGraphDeployment": {
      const graph = graphView(object, context);
      yield* objectRules(object);
      yield* annotationRules(graph);
      yield* nameRules(graph);
      yield* graphRules(graph);
      yield* allComponentRules(graph, true);
      return;
    }
    case "DynamoComponentDeployment":
      yield* objectRules(object);
      yield* allComponentRules(deploymentView(object, context), false);
      return;
    case "DynamoGraphDeploymentRequest":
      yield* objectRules(object);
      yield* requestRules(object);
      return;
    case "DynamoModel":
      yield* objectRules(object);
      yield* modelRules(object);
      return;
    case "DynamoCheckpoint":
      yield* objectRules(object);
      yield* checkpointRules(object);
      return;
    case "DynamoGraphDeploymentScalingAdapter":
    case "DynamoWorkerMetadata":
    case "PodSnapshot":
    case "PodSnapshotContent":
      yield* objectRules(object);
      return;
    default:
  }
}

function* allComponentRules(graph: GraphView, inGraph: boolean): Problems {
  const backend = text(at(graph.spec, "backendFramework"));
  for (const component of graph.components) {
    yield* componentRules(component, inGraph);
    if (component.type.value === "epp" || component.eppConfig.value !== undefined)
      yield* endpointPickerRules(component);
    yield* gpuMemoryRules(component, backend);
    yield* mountRules(component, backend);
    if (component.version === "v1alpha1") yield* alphaServiceRules(component);
  }
}
