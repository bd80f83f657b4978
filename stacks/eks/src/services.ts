// SPDX-License-Identifier: Apache-2.0
/** @module Programs that run beside the graphs, each in a namespace of its own. */
import {
  Autoscaling,
  Domain,
  ImageBuild,
  LoadBalancerController,
  Observability,
  Prerequisites,
  RegistryCache,
  Secrets,
  Velero,
} from "@dynamo-iac/clouds/aws";
import type { Environment } from "@dynamo-iac/clouds/environment";
import { Manifests } from "@dynamo-iac/clouds/kubernetes";
import { type ComponentResourceOptions, type Output, output, type Resource } from "@pulumi/pulumi";
import { baseObjects, monitoringNamespace, usesCertManager } from "./base-objects.js";
import type { Foundation } from "./foundation.js";
import type { Stores } from "./stores.js";

/** What the graphs use of them. */
export interface Services {
  readonly ingressClassName: string;
  /** Undefined without an entry. */
  readonly certificateArn: Output<string> | undefined;
  /** Secret of the cloud that wants a value; undefined when an existing one is used. */
  readonly newSecretName: Output<string> | undefined;
  readonly observability: Observability;
  /** Everything that has to run before graphs. */
  readonly ready: readonly Resource[];
}

/** Images of one's own, and those of public registries through a cache. */
export function images(
  { name, region, tags, platform, storage }: Environment,
  { keyArn, nodeRoleArns }: Foundation & { readonly keyArn: Output<string> },
  aws: ComponentResourceOptions,
): Readonly<Record<string, Output<string>>> {
  const removal = storage.retain ? "retain" : "delete";
  const builds = platform.imageBuilds.map((build) => {
    const { branch, directory, repository, name: image } = build;
    const made = new ImageBuild(
      `${name}-image-${image.replaceAll(/[^a-z0-9]+/g, "-")}`,
      { region, image: `${name}/${image}`, repository, branch, directory, keyArn, removal, tags },
      aws,
    );
    return [image, made.imageUrl] as const;
  });
  const cache = platform.registryCache
    ? new RegistryCache(name, { region, keyArn, nodeRoleArns, tags }, aws).mirrors
    : {};
  return { ...cache, ...Object.fromEntries(builds) };
}

/** Installs them. */
export function services(
  environment: Environment,
  base: Foundation &
    Stores & {
      readonly keyArn: Output<string>;
      readonly huggingFaceToken: Output<string> | undefined;
    },
  aws: ComponentResourceOptions,
): Services {
  const { name, tags, platform, ingress, backup, security, storage } = environment;
  const { cluster, network, keyArn } = base;
  const { graphNamespace, controllerReplicas: replicas } = platform;
  const monitors = environment.observability.metrics.enabled;
  const first = new Manifests(
    `${name}-base`,
    { manifests: baseObjects(environment, cluster.compute) },
    { provider: cluster.provider, dependsOn: [...base.ready, ...base.nodes] },
  );
  const kinds = new Prerequisites(
    `${name}-kinds`,
    {
      cluster,
      after: [first],
      replicas,
      ...(monitors ? { monitoringNamespace } : {}),
      ...(usesCertManager(environment) ? { certManagerNamespace: "cert-manager" } : {}),
      ...(platform.multinode === "grove" ? { groveNamespace: "grove-system" } : {}),
      tags,
    },
    aws,
  );
  const shared = { cluster, monitors, tags, after: [first, ...kinds.ready] };

  const secrets = new Secrets(
    `${name}-secrets`,
    {
      ...shared,
      graphNamespaces: [graphNamespace],
      huggingFaceSecret: security.huggingFaceSecret,
      registrySecret: security.registrySecret,
      literalToken: security.literalSecrets ? base.huggingFaceToken : undefined,
      replicas,
      removal: storage.retain ? "retain" : "delete",
    },
    aws,
  );
  const balancers = new LoadBalancerController(`${name}-lb`, { ...shared, network, replicas }, aws);
  const domain =
    ingress?.hostedZone === undefined
      ? undefined
      : new Domain(
          `${name}-domain`,
          {
            ...shared,
            hostedZone: ingress.hostedZone,
            host: ingress.host,
            certificateArn: ingress.certificate,
          },
          aws,
        );
  const scaling = new Autoscaling(
    `${name}-scaling`,
    {
      ...shared,
      replicas,
      ...(platform.keda ? { kedaNamespace: "keda" } : {}),
      ...(base.karpenter === undefined
        ? {}
        : {
            karpenter: {
              outputs: base.karpenter,
              namespace: "karpenter",
              serviceAccount: "karpenter",
            },
          }),
    },
    aws,
  );
  const observability = new Observability(
    `${name}-watch`,
    {
      ...shared,
      namespace: monitoringNamespace,
      settings: environment.observability,
      storageClass: "gp3",
      keyArn,
      platformNamespaces: [platform.systemNamespace, "karpenter", "keda", "external-secrets"],
      externalSecrets: secrets.ready,
    },
    aws,
  );
  if (backup.velero)
    new Velero(
      `${name}-velero`,
      {
        ...shared,
        namespaces: [graphNamespace, platform.systemNamespace, observability.namespace],
        keyArn,
        retentionDays: backup.retentionDays,
        removal: storage.retain ? "retain" : "delete",
      },
      aws,
    );
  return {
    ingressClassName: balancers.ingressClassName,
    certificateArn:
      domain?.certificateArn ??
      (ingress?.certificate === undefined ? undefined : output(ingress.certificate)),
    newSecretName: secrets.newSecretName,
    observability,
    ready: [
      ...shared.after,
      ...secrets.ready,
      ...balancers.ready,
      ...(domain?.ready ?? []),
      ...scaling.ready,
      ...observability.ready,
    ],
  };
}
