// SPDX-License-Identifier: Apache-2.0
/** @module The images of the platform, and where a mirror keeps them. */
import { dynamoVersion, imageRegistry, parseImage } from "../../facts/index.js";
import type { DynamoPlatformProps } from "./props.js";

/** The operator's image as the chart takes it apart. */
export interface ResolvedOperatorImage {
  readonly repository: string;
  /** Tag, with the digest behind it if there is one. */
  readonly tag: string;
  /** `repository:tag`, what the pod runs. */
  readonly reference: string;
  readonly pullPolicy: "Always" | "IfNotPresent" | "Never";
}

/** An image that the platform pulls. */
export interface PlatformImage {
  /** Where its publisher keeps it. */
  readonly source: string;
  /** Where the platform pulls it from: the same without a mirror. */
  readonly image: string;
}

/** Images that the chart's own NATS and etcd run. @see deploy/helm/charts/platform/values.yaml */
export const bundledImages = {
  nats: ["nats:2.10.21-alpine", "natsio/nats-server-config-reloader:0.16.0"],
  etcd: ["bitnamilegacy/etcd:3.5.18-debian-12-r5"],
} as const;

const cleanupImage = "busybox:1.36";

/** Image of the operator with every default. */
export function operatorImage(
  { image, registryMirror }: DynamoPlatformProps,
  version: string,
): ResolvedOperatorImage {
  const repository = mirrored(
    image?.repository ?? `${imageRegistry}/kubernetes-operator`,
    registryMirror,
  );
  const tag = `${image?.tag ?? version}${image?.digest === undefined ? "" : `@${image.digest}`}`;
  return {
    repository,
    tag,
    reference: `${repository}:${tag}`,
    pullPolicy: image?.pullPolicy ?? "IfNotPresent",
  };
}

/** Image that removes checkpoints. */
export function checkpointImage({ checkpoint, registryMirror }: DynamoPlatformProps): string {
  return mirrored(checkpoint?.cleanupImage ?? cleanupImage, registryMirror);
}

/**
 * Every image that the platform itself pulls, for a mirror. Those of graphs, of your own NATS and
 * etcd, and of a bundled Grove or KAI Scheduler are not among them.
 */
export function platformImages(props: DynamoPlatformProps): readonly PlatformImage[] {
  const version = props.version ?? dynamoVersion;
  const sources = [
    operatorImage({ ...props, registryMirror: undefined }, version).reference,
    ...(props.checkpoint === undefined
      ? []
      : [checkpointImage({ ...props, registryMirror: undefined })]),
    ...(props.nats === "bundled" ? bundledImages.nats : []),
    ...(props.etcd === "bundled" ? bundledImages.etcd : []),
  ];
  return sources.map((source) => ({ source, image: mirrored(source, props.registryMirror) }));
}

/** The image below a mirror: its registry is replaced, its path stays; Docker's own images are in `library`. */
export function mirrored(image: string, mirror: string | undefined): string {
  if (mirror === undefined) return image;
  const [first = "", ...rest] = image.split("/");
  const registry = rest.length > 0 && (/[.:]/.test(first) || first === "localhost");
  const path = registry ? rest.join("/") : image;
  const official = !parseImage(path).repository.includes("/") && (!registry || isDocker(first));
  return `${mirror.replace(/\/+$/, "")}/${official ? `library/${path}` : path}`;
}

function isDocker(registry: string): boolean {
  return registry === "docker.io" || registry === "index.docker.io";
}
