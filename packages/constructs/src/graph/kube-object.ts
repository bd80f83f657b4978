// SPDX-License-Identifier: Apache-2.0
/** @module The base of every construct: one plain Kubernetes object, checked and open to overrides. */
import { ApiObject, JsonPatch } from "cdk8s";
import { Construct } from "constructs";
import { checkObjects } from "../checks/index.js";
import { blocking, type Finding, formatFinding, isClusterScoped } from "../facts/index.js";

/** A Kubernetes object as data. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata?:
    | { readonly name?: string | undefined; readonly namespace?: string | undefined }
    | undefined;
}

/** A construct that stands for one Kubernetes object. Its ApiObject is the child `Resource`. */
export class KubeObject extends Construct {
  /** True for every KubeObject, also one from another copy of this package. */
  static isKubeObject(value: unknown): value is KubeObject {
    return typeof value === "object" && value !== null && marker in value;
  }

  /** The cdk8s object, for JSON patches and dependencies. */
  readonly resource: ApiObject;

  constructor(scope: Construct, id: string, manifest: Manifest) {
    super(scope, id);
    Object.defineProperty(this, marker, { value: true });
    this.resource = new PlainObject(this, "Resource", manifest);
    this.node.addValidation({
      validate: () => blocking(this.findings()).map((found) => formatFinding(found)),
    });
  }

  /** Name of the Kubernetes object. */
  get name(): string {
    return this.resource.name;
  }

  /** The object exactly as it will be written. */
  manifest(): Manifest {
    return this.resource.toJson();
  }

  /** Everything that the checks say about this object alone, waived findings included. */
  findings(): readonly Finding[] {
    const construct = this.node.path;
    return checkObjects([this.manifest()]).map((found) => ({ ...found, construct }));
  }

  /**
   * Escape hatch: sets any field of the written object.
   *
   * @param pointer RFC 6901 pointer, such as `/spec/components/0/podTemplate/spec/hostIPC`
   * @param value What to write there; undefined removes the field
   * @throws when the pointer leads nowhere, or names apiVersion, kind or metadata.name
   */
  override(pointer: string, value: unknown): void {
    this.resource.addJsonPatch(...checkedPatch(this, pointer, value));
  }
}

const marker = Symbol.for("@dynamo-iac/constructs.KubeObject");

/** An ApiObject whose plain data skips cdk8s' token resolution, which costs more than everything else. */
class PlainObject extends ApiObject {
  #patches: JsonPatch[] = [];
  readonly #manifest: Manifest;

  constructor(scope: Construct, id: string, manifest: Manifest) {
    super(scope, id, manifest as ConstructorParameters<typeof ApiObject>[2]);
    this.#manifest = manifest;
  }

  override addJsonPatch(...patches: JsonPatch[]): void {
    this.#patches.push(...patches);
    super.addJsonPatch(...patches);
  }

  override toJson(): Manifest {
    const { apiVersion, kind, metadata: _, ...rest } = this.#manifest;
    const plain = sortedPlain({ ...rest });
    // A token (Lazy, Size, ...) among the values is for cdk8s to resolve.
    if (plain === undefined) return super.toJson();
    const object = { apiVersion, kind, metadata: this.#metadata(), ...plain };
    return this.#patches.length === 0 ? object : JsonPatch.apply(object, ...this.#patches);
  }

  /** cdk8s gives every object the namespace of its chart, which some kinds cannot have. */
  #metadata(): object {
    const metadata = this.metadata.toJson() as { readonly namespace?: string };
    if (!isClusterScoped(this.#manifest.apiVersion, this.#manifest.kind)) return metadata;
    const { namespace: _, ...rest } = metadata;
    return rest;
  }
}

/** Keys sorted, null and undefined dropped, as cdk8s does it; undefined when there is a class instance. */
function sortedPlain(value: Record<string, unknown>): Record<string, unknown> | undefined {
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(value).sort()) {
    const item = sortedItem(value[key]);
    if (item === foreign) return undefined;
    if (item !== undefined) result[key] = item;
  }
  return result;
}

const foreign = Symbol("foreign");

function sortedItem(value: unknown): unknown {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "object") return typeof value === "function" ? foreign : value;
  if (Array.isArray(value)) {
    const items: unknown[] = [];
    for (const item of value) {
      const sorted = sortedItem(item);
      if (sorted === foreign) return foreign;
      if (sorted !== undefined) items.push(sorted);
    }
    return items;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return foreign;
  return sortedPlain(value as Record<string, unknown>) ?? foreign;
}

/** The patch for one pointer, after looking whether it can land. */
function checkedPatch(construct: KubeObject, pointer: string, value: unknown): JsonPatch[] {
  const fail = (why: string): never => {
    throw new Error(`[${construct.node.path}] override("${pointer}"): ${why}`);
  };
  if (!pointer.startsWith("/")) fail('a pointer starts with "/"');
  if (/^\/(apiVersion|kind|metadata\/name)$/.test(pointer))
    fail("the identity of an object cannot be overridden; set it in the props");
  const steps = pointer
    .slice(1)
    .split("/")
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  let parent: unknown = construct.manifest();
  for (const [at, step] of steps.slice(0, -1).entries()) {
    const next = child(parent, step);
    if (typeof next !== "object" || next === null) {
      fail(`nothing is there; the nearest field that exists is "/${steps.slice(0, at).join("/")}"`);
    }
    parent = next;
  }
  const last = steps.at(-1) ?? "";
  const exists = child(parent, last) !== undefined;
  if (value === undefined) return exists ? [JsonPatch.remove(pointer)] : [];
  if (Array.isArray(parent) && !exists && last !== "-" && last !== String(parent.length)) {
    fail(`the list has ${parent.length} items`);
  }
  return [exists ? JsonPatch.replace(pointer, value) : JsonPatch.add(pointer, value)];
}

function child(value: unknown, step: string): unknown {
  return typeof value === "object" && value !== null
    ? (value as Record<string, unknown>)[step]
    : undefined;
}
