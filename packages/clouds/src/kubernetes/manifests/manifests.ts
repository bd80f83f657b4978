// SPDX-License-Identifier: Apache-2.0
/** @module The objects of a chart as Pulumi resources: one each, in an order that holds in both directions. */
import * as pulumi from "@pulumi/pulumi";
import { refuse } from "../refusal.js";
import { checkManifests } from "./checks.js";
import { type Manifest, type OrderedManifest, resourceName, scoped } from "./manifest.js";
import { KubernetesObject } from "./object.js";
import { orderOf, sequence, type Waits } from "./order.js";
import { ownedFields, scaledTargets } from "./owned-fields.js";
import { resolveObject } from "./resolve.js";
import { skipAwait, timeoutsOf, wouldHang } from "./waiting.js";

const TYPE = "dynamo:kubernetes:Manifests";

/** Changes one object or its options just before it is registered. */
export type ManifestTransform = (
  object: Manifest,
  opts: pulumi.CustomResourceOptions,
) => { readonly object: Manifest; readonly opts: pulumi.CustomResourceOptions };

/** Arguments of {@link Manifests}. */
export interface ManifestsArgs {
  /**
   * What `App.manifests()` gives, or plain objects in any order. Texts may hold Output tokens,
   * except in the name and namespace of an object.
   */
  readonly manifests: readonly (Manifest | OrderedManifest)[];
  /** Escape hatch, called once per object. @default - nothing is changed */
  readonly transform?: ManifestTransform | undefined;
}

/**
 * One Pulumi resource per Kubernetes object, named `namespace/Kind/name`, so that previews and diffs
 * show every field of every object, also before the cluster exists.
 *
 * - Order: namespaces and CRDs first, what an object names before it, webhooks and the pods behind
 *   them before the objects that they judge, and the order that cdk8s was told. Deletion goes the
 *   other way: graphs, then the operator with its rights, then volumes and load balancers, then nodes.
 * - Whatever must be there before all of it (a Helm release, a node group) goes into `opts.dependsOn`.
 * - Replicas that an autoscaler or scaling adapter owns and CA bundles that somebody injects are left alone.
 * - Objects are written by server-side apply, which is the default of the provider.
 *
 * The provider is the one of `opts` or of the parent; there is no fallback to the kubeconfig of the machine.
 *
 * @throws pulumi.InputPropertiesError with every object that has no name, comes twice, or holds a token that nobody can resolve
 */
export class Manifests extends pulumi.ComponentResource {
  /** The resources by name. */
  readonly objects: ReadonlyMap<string, KubernetesObject>;

  constructor(
    name: string,
    args: ManifestsArgs,
    opts?: pulumi.ComponentResourceOptions | undefined,
  ) {
    const given = args.manifests.map(asOrdered);
    const objects = given.map(({ manifest }) => manifest);
    const stated = given.map(({ dependsOn }) => dependsOn);
    refuse(`Manifests ${name}`, checkManifests(objects, stated, hasProvider(opts)));
    super(TYPE, name, {}, opts);

    this.objects = register(this, objects, orderOf(objects, stated), args.transform, opts);
    this.registerOutputs({});
  }

  /**
   * One of the resources, to depend on it or to read a field.
   *
   * @throws when there is none of that name
   */
  object(name: string): KubernetesObject {
    const found = this.objects.get(name);
    if (found !== undefined) return found;
    throw new Error(`there is no ${name} among ${[...this.objects.keys()].sort().join(", ")}`);
  }
}

function hasProvider(opts: pulumi.ComponentResourceOptions = {}): boolean {
  const own = [opts.provider, ...Object.values(opts.providers ?? {})];
  return (
    own.some((provider) => packageOf(provider) === "kubernetes") ||
    opts.parent?.getProvider("kubernetes:core/v1:Namespace") !== undefined
  );
}

/** Public at run time, internal in the typings. */
function packageOf(provider: pulumi.ProviderResource | undefined): string | undefined {
  return (provider as { getPackage?(): string } | undefined)?.getPackage?.();
}

function asOrdered(given: Manifest | OrderedManifest): OrderedManifest {
  const { manifest, construct, dependsOn } =
    "manifest" in given ? given : { manifest: given, construct: "", dependsOn: [] };
  return { manifest: scoped(manifest), construct, dependsOn };
}

function register(
  parent: Manifests,
  objects: readonly Manifest[],
  waits: Waits,
  transform: ManifestTransform | undefined,
  opts: pulumi.ComponentResourceOptions | undefined,
): ReadonlyMap<string, KubernetesObject> {
  const targets = scaledTargets(objects);
  const registered = new Map<number, KubernetesObject>();
  for (const position of sequence(waits)) {
    const object = objects[position];
    if (object === undefined) continue;
    const before = (waits[position] ?? []).flatMap((first) => registered.get(first) ?? []);
    const owned = ownedFields(object, targets);
    const timeouts = timeoutsOf(object);
    const hangs = wouldHang(position, objects, waits);
    const options: pulumi.CustomResourceOptions = {
      parent,
      dependsOn: dependencies(before, opts?.dependsOn),
      ...(owned.length === 0 ? {} : { ignoreChanges: [...owned] }),
      ...(timeouts === undefined ? {} : { customTimeouts: timeouts }),
    };
    const annotated = hangs ? withAnnotation(object, skipAwait, "true") : object;
    const final = transform?.(annotated, options) ?? { object: annotated, opts: options };
    registered.set(
      position,
      new KubernetesObject(resourceName(object), resolveObject(final.object).object, final.opts),
    );
  }
  return new Map(
    objects.flatMap((object, position) => {
      const resource = registered.get(position);
      return resource === undefined ? [] : [[resourceName(object), resource] as const];
    }),
  );
}

/** The dependencies of the component hold for each object too: a deletion looks at objects alone. */
function dependencies(
  before: readonly pulumi.Resource[],
  ofComponent: pulumi.ResourceOptions["dependsOn"],
): NonNullable<pulumi.ResourceOptions["dependsOn"]> {
  if (ofComponent === undefined) return [...before];
  if (Array.isArray(ofComponent)) return [...before, ...ofComponent];
  if (pulumi.Resource.isInstance(ofComponent)) return [...before, ofComponent];
  return pulumi
    .output(ofComponent as Promise<pulumi.Resource | pulumi.Resource[]>)
    .apply((resources) => [...before, ...[resources].flat()] as pulumi.Resource[]);
}

function withAnnotation(object: Manifest, name: string, value: string): Manifest {
  const metadata = object.metadata as { readonly annotations?: Record<string, string> };
  const annotations = { [name]: value, ...metadata.annotations };
  return { ...object, metadata: { ...object.metadata, annotations } as Manifest["metadata"] };
}
