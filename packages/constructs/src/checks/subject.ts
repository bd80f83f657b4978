// SPDX-License-Identifier: Apache-2.0
/** @module One object under check, with its view: computed once, used by every rule. */
import {
  at,
  type DynamoGraphDeployment,
  findKind,
  objectLabel,
  text,
  toV1beta1,
  validate,
} from "../api/index.js";
import type { FieldPath, Finding } from "../facts/index.js";
import { alphaPath } from "./alpha-path.js";
import type { CheckOptions } from "./options.js";
import { type Relations, relationsOf } from "./relations.js";
import { type GraphView, viewGraph } from "./view.js";

/** An object and what is known of it before the rules run. */
export interface Subject {
  readonly object: unknown;
  /** The object as findings name it. */
  readonly label: string;
  readonly kind: string;
  readonly name: string | undefined;
  /** Kubernetes namespace; undefined when neither object nor options say it. */
  readonly namespace: string | undefined;
  /** What neighbours need to know of a graph; undefined for other kinds, and for a graph of wrong shape. */
  readonly relations: Relations | undefined;
  /** The view of a graph, read anew when a rule between objects asks for it, and kept from then on. */
  readonly view: GraphView | undefined;
  /** Turns a path of the view into a path of the object as it was written. */
  readonly written: (path: FieldPath) => FieldPath;
}

/** A subject with what only its own rules need: kept for thousands of objects it would fill the memory. */
export interface FreshSubject {
  readonly subject: Subject;
  /** What schema and API rules say. */
  readonly api: readonly Finding[];
  readonly view: GraphView | undefined;
}

/** With one of these the object has not the shape that a view relies on. */
const shapeless: ReadonlySet<string> = new Set(["DYN-API-002", "DYN-API-006", "DYN-API-010"]);

/** Looks at one object as far as it can be looked at alone. */
export function subjectOf(object: unknown, options: CheckOptions): FreshSubject {
  const name = text(at(object, "metadata", "name"));
  const namespace = text(at(object, "metadata", "namespace")) ?? options.namespace;
  const kind = text(at(object, "kind")) ?? "";
  const grove = options.orchestrators?.includes("grove");
  const api = validate(withNamespace(object, options.namespace), { grove });
  const apiVersion = text(at(object, "apiVersion")) ?? "";
  const isGraph = kind === "DynamoGraphDeployment" && findKind(apiVersion, kind) !== undefined;
  const readable = isGraph && !api.some(({ code }) => shapeless.has(code));
  const alpha = apiVersion === "nvidia.com/v1alpha1";
  const read = () =>
    readable ? viewGraph(graphOf(object), { namespace: options.namespace, alpha }) : undefined;
  const view = read();
  let kept: GraphView | undefined;
  const subject: Subject = {
    object,
    label: objectLabel(object),
    kind,
    name,
    namespace,
    relations: view === undefined ? undefined : relationsOf(view, namespace),
    get view() {
      kept ??= read();
      return kept;
    },
    written:
      alpha && readable ? (path) => alphaPath(object, graphOf(object), path) : (path) => path,
  };
  return { subject, api, view };
}

/** A graph as the checks read it. */
export interface ReadGraph {
  readonly view: GraphView;
  /** Turns a path of the view into a path of the object as it was written. */
  readonly written: (path: FieldPath) => FieldPath;
}

/** Reads a graph in any version; undefined for other objects, and for a graph of wrong shape. */
export function readGraph(object: unknown, options: CheckOptions = {}): ReadGraph | undefined {
  const { subject, view } = subjectOf(object, options);
  return view === undefined ? undefined : { view, written: subject.written };
}

/** The object in v1beta1, without fields that are null: the API server drops those. */
function graphOf(object: unknown): DynamoGraphDeployment {
  // Most objects hold none, and text is searched faster than an object is walked.
  const nulls = JSON.stringify(object).includes("null");
  const present = (nulls ? withoutNulls(object) : object) as DynamoGraphDeployment;
  return toV1beta1(present).object as DynamoGraphDeployment;
}

/** The API rules read the namespace from the object. */
function withNamespace(object: unknown, namespace: string | undefined): unknown {
  if (namespace === undefined || typeof object !== "object" || object === null) return object;
  const metadata = at(object, "metadata");
  if (typeof metadata !== "object" || metadata === null || at(metadata, "namespace") !== undefined)
    return object;
  return { ...object, metadata: { ...metadata, namespace } };
}

/** A copy without the fields that are null; an item of a list may be. */
function withoutNulls(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutNulls);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== null)
      .map(([key, item]) => [key, withoutNulls(item)]),
  );
}
