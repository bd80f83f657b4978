// SPDX-License-Identifier: Apache-2.0
/** @module What runs beside the graphs: Kubernetes, the Dynamo operator, autoscaling, GPU software, images. */
import { dynamoVersion } from "@dynamo-iac/constructs/facts";
import { z } from "zod";
import type { CloudFacts } from "../clouds.js";
import { dnsLabel, field, flag, form } from "../field.js";
import type { PresetDefaults } from "../presets.js";

export const multinodeSchedulers = ["grove", "none"] as const;

const imageBuild = z.strictObject({
  name: form(
    /^[a-z0-9]+([._/-][a-z0-9]+)*$/,
    "the name of an image, in lower case",
    "vllm-runtime-custom",
  ),
  repository: form(
    /^https:\/\/\S+$/,
    "the https address of a Git repository",
    "https://github.com/example/images.git",
  ),
  branch: field(z.string().min(1), "a branch or tag", "main").optional(),
  directory: field(z.string().min(1), "a folder of the repository", ".").optional(),
});

export const platformSchema = z.strictObject({
  kubernetesVersion: form(/^1\.\d\d$/, 'text such as "1.34", in quotes', "1.34").optional(),
  dynamoVersion: form(
    /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/,
    "a version of three numbers, such as 1.4.0",
    dynamoVersion,
  ).optional(),
  systemNamespace: dnsLabel("dynamo-system").optional(),
  graphNamespace: dnsLabel("inference").optional(),
  multinode: z.enum(multinodeSchedulers).meta({ example: "grove" }).optional(),
  keda: flag(true).optional(),
  gpuOperator: flag(true).optional(),
  registryCache: flag(true).optional(),
  imageBuilds: z
    .array(
      imageBuild.meta({
        example: { name: "vllm-custom", repository: "https://github.com/example/images.git" },
      }),
    )
    .optional(),
});

/** An image that the cloud builds from a Git repository. */
export interface ImageBuild {
  /** Name of the image, and of its repository in the registry. */
  readonly name: string;
  /** Git repository with a Dockerfile. */
  readonly repository: string;
  /** @default "main" */
  readonly branch: string;
  /** Folder of the Dockerfile. @default "." */
  readonly directory: string;
}

/** The platform, with every default filled in. */
export interface Platform {
  /** Minor version of Kubernetes. @default "1.34" */
  readonly kubernetesVersion: string;
  /** Release of Dynamo. @default - the one that this library renders */
  readonly dynamoVersion: string;
  /** Namespace of the operator. @default "dynamo-system" */
  readonly systemNamespace: string;
  /** Namespace of the graphs. @default "inference" */
  readonly graphNamespace: string;
  /** Who places workers that span nodes. @default "none" */
  readonly multinode: (typeof multinodeSchedulers)[number];
  /** Autoscaling by metrics and by clock. @default true but in dev */
  readonly keda: boolean;
  /**
   * NVIDIA's GPU Operator for device plugin, labels and metrics; the driver comes from the node image.
   *
   * @default true; false when every pool is `auto`, whose nodes bring a device plugin
   */
  readonly gpuOperator: boolean;
  /** Images of public registries through a cache in the account. @default true but in dev */
  readonly registryCache: boolean;
  /** Images to build. @default - none */
  readonly imageBuilds: readonly ImageBuild[];
  /** Replicas of controllers that elect a leader; by preset. */
  readonly controllerReplicas: number;
}

/** Fills in what nobody set. */
export function resolvePlatform(
  input: z.output<typeof platformSchema>,
  preset: PresetDefaults["platform"],
  cloud: CloudFacts,
  automatic: boolean,
): Platform {
  return {
    kubernetesVersion: input.kubernetesVersion ?? cloud.kubernetesVersions[0] ?? "1.34",
    dynamoVersion: input.dynamoVersion ?? dynamoVersion,
    systemNamespace: input.systemNamespace ?? "dynamo-system",
    graphNamespace: input.graphNamespace ?? "inference",
    multinode: input.multinode ?? "none",
    keda: input.keda ?? preset.keda,
    gpuOperator: input.gpuOperator ?? !automatic,
    registryCache: input.registryCache ?? preset.registryCache,
    imageBuilds: (input.imageBuilds ?? []).map((build) => ({
      ...build,
      branch: build.branch ?? "main",
      directory: build.directory ?? ".",
    })),
    controllerReplicas: preset.controllerReplicas,
  };
}
