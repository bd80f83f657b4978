// SPDX-License-Identifier: Apache-2.0
/** @module Images of public registries through a cache in the account: ECR fetches each once and scans it. */

import { type Finding, show } from "@dynamo-iac/constructs/facts";
import { PullThroughCacheRule, RepositoryCreationTemplate } from "@pulumi/aws/ecr";
import { getCallerIdentityOutput } from "@pulumi/aws/getCallerIdentity";
import { RolePolicy } from "@pulumi/aws/iam";
import {
  ComponentResource,
  type ComponentResourceOptions,
  type CustomResourceOptions,
  type Input,
  interpolate,
  type Output,
  output,
} from "@pulumi/pulumi";
import { accept, announce, sayOf } from "../../component/index.js";
import type { AwsComponentProps } from "../component-props.js";
import { policyDocument, trustPolicy } from "../identity/document.js";
import { createRole } from "../identity/role.js";
import { checkRegion, partitionOf } from "../region.js";
import { checkTags } from "../tags.js";

/** Registries that ECR can cache, by the name that their images get. @see ECR user guide, pull through cache */
export const upstreamRegistries = {
  quay: { host: "quay.io", url: "quay.io", login: false },
  k8s: { host: "registry.k8s.io", url: "registry.k8s.io", login: false },
  aws: { host: "public.ecr.aws", url: "public.ecr.aws", login: false },
  ghcr: { host: "ghcr.io", url: "ghcr.io", login: true },
  hub: { host: "docker.io", url: "registry-1.docker.io", login: true },
} as const;

/** Name of a registry that can be cached. nvcr.io is none of them. */
export type UpstreamRegistry = keyof typeof upstreamRegistries;

/** Settings of the cache. */
export interface RegistryCacheProps extends AwsComponentProps {
  readonly region: string;
  /** First part of the names of cached repositories, at most 24 characters. @default - the component's name */
  readonly prefix?: string | undefined;
  /** Registries to cache. @default - those that need no login: quay, k8s and aws */
  readonly upstreams?: readonly UpstreamRegistry[] | undefined;
  /**
   * Secrets with user name and access token, by registry; their names begin with
   * `ecr-pullthroughcache/`.
   *
   * @default - none
   */
  readonly credentials?: Partial<Readonly<Record<UpstreamRegistry, Input<string>>>> | undefined;
  /** ARN of the KMS key of cached images. */
  readonly keyArn: Input<string>;
  /** ARNs of the roles of nodes: their first pull makes the repository. */
  readonly nodeRoleArns: Readonly<Record<string, Input<string>>>;
}

/**
 * Rules of a pull-through cache, with encryption, scanning and expiry of the repositories that they
 * make. `quay.io/prometheus/prometheus` becomes `<registry>/<prefix>/quay/prometheus/prometheus`.
 */
export class RegistryCache extends ComponentResource {
  /** Where images of each cached registry are, by the host that they come from. */
  readonly mirrors: Readonly<Record<string, Output<string>>>;

  constructor(name: string, props: RegistryCacheProps, opts?: ComponentResourceOptions) {
    const findings = accept(checkRegistryCache(name, props), props.waive);
    super("dynamo-iac:aws:RegistryCache", name, {}, opts);
    announce(this, findings);

    const child = { parent: this };
    const { prefix = name, upstreams = free, region } = props;
    createTemplate(name, prefix, props, child);
    const account = getCallerIdentityOutput({}, child).accountId;
    const rules = upstreams.map((upstream) => {
      const { url, host } = upstreamRegistries[upstream];
      const credential = props.credentials?.[upstream];
      const rule = new PullThroughCacheRule(
        `${name}-${upstream}`,
        {
          ecrRepositoryPrefix: `${prefix}/${upstream}`,
          upstreamRegistryUrl: url,
          ...(credential === undefined ? {} : { credentialArn: credential }),
        },
        child,
      );
      const registry = interpolate`${account}.dkr.ecr.${region}.amazonaws.com`;
      return [host, interpolate`${registry}/${rule.ecrRepositoryPrefix}`] as const;
    });
    for (const [key, arn] of Object.entries(props.nodeRoleArns))
      new RolePolicy(
        `${name}-${key}`,
        {
          role: output(arn).apply((text) => text.split("/").at(-1) ?? text),
          policy: policyDocument([
            {
              sid: "PullThrough",
              actions: ["ecr:BatchImportUpstreamImage", "ecr:CreateRepository"],
              resources: [repositories(region, account, prefix)],
            },
          ]),
        },
        child,
      );
    this.mirrors = Object.fromEntries(rules);
    this.registerOutputs({ mirrors: this.mirrors });
  }
}

const free: readonly UpstreamRegistry[] = ["quay", "k8s", "aws"];

/** What ECR would refuse. */
export function checkRegistryCache(name: string, props: RegistryCacheProps): readonly Finding[] {
  const say = sayOf("RegistryCache", name);
  const { prefix = name, upstreams = free, credentials = {} } = props;
  const found = [...checkRegion(props.region, say), ...checkTags(props.tags ?? {}, say)];
  if (prefix.length > 24 || !/^[a-z0-9]+([._-][a-z0-9]+)*$/.test(prefix))
    found.push(
      say(
        "DYN-AWS-201",
        ["prefix"],
        `must be at most 24 lower-case letters, digits and single hyphens, got ${show(prefix)}: ECR takes prefixes up to 30 characters`,
        `Set prefix to ${show(prefix.toLowerCase().slice(0, 24).replace(/\W+$/, ""))}.`,
      ),
    );
  for (const upstream of upstreams) {
    const { login, host } = upstreamRegistries[upstream];
    if (login && credentials[upstream] === undefined)
      found.push(
        say(
          "DYN-AWS-202",
          ["upstreams", upstreams.indexOf(upstream)],
          `${host} answers only those who log in, and credentials.${upstream} names no secret`,
          `Set credentials.${upstream} to the ARN of a secret whose name begins with ecr-pullthroughcache/.`,
        ),
      );
  }
  return found;
}

function repositories(region: string, account: Input<string>, prefix: string): Output<string> {
  return interpolate`arn:${partitionOf(region) ?? "aws"}:ecr:${region}:${account}:repository/${prefix}/*`;
}

/** Repositories that the cache makes have this key, and forget what nobody pulled for three months. */
function createTemplate(
  name: string,
  prefix: string,
  { region, keyArn, tags = {} }: RegistryCacheProps,
  child: CustomResourceOptions,
): void {
  const account = getCallerIdentityOutput({}, child).accountId;
  const { role } = createRole(
    `${name}-template`,
    region,
    {
      description: `Makes repositories of the cache ${prefix}`,
      trust: trustPolicy("ecr.amazonaws.com"),
      statements: [
        {
          sid: "Repositories",
          actions: ["ecr:CreateRepository", "ecr:ReplicateImage", "ecr:TagResource"],
          resources: [repositories(region, account, prefix)],
        },
        {
          sid: "UseKey",
          actions: ["kms:CreateGrant", "kms:DescribeKey", "kms:RetireGrant"],
          resources: [keyArn],
        },
      ],
      managedPolicies: [],
      tags,
    },
    child,
  );
  new RepositoryCreationTemplate(
    name,
    {
      prefix,
      appliedFors: ["PULL_THROUGH_CACHE"],
      description: "Images of public registries",
      imageTagMutability: "MUTABLE",
      encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: keyArn }],
      customRoleArn: role.arn,
      resourceTags: tags,
      lifecyclePolicy: JSON.stringify({
        rules: [
          {
            rulePriority: 1,
            description: "Fetched again when somebody asks for it",
            selection: {
              tagStatus: "any",
              countType: "sinceImagePushed",
              countUnit: "days",
              countNumber: 90,
            },
            action: { type: "expire" },
          },
        ],
      }),
    },
    child,
  );
}
