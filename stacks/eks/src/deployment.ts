// SPDX-License-Identifier: Apache-2.0
/** @module What comes into the cluster last: software of GPU nodes, the platform with its graphs, and the way in. */
import { GpuSoftware, ServingEntry } from "@dynamo-iac/clouds/aws";
import type { Environment } from "@dynamo-iac/clouds/environment";
import { Manifests, token } from "@dynamo-iac/clouds/kubernetes";
import type { ComponentResourceOptions } from "@pulumi/pulumi";
import type { Foundation } from "./foundation.js";
import type { Services } from "./services.js";
import type { Stores } from "./stores.js";
import { type Addresses, workload } from "./workload.js";

/** Where requests go. */
export interface Deployment {
  /** Service in front of the graph; undefined when it has no frontend. */
  readonly service: string | undefined;
  /** Undefined when the environment is reached from within the cluster only. */
  readonly entry: ServingEntry | undefined;
}

/** Puts the graphs into the cluster, behind everything that they need. */
export function deployment(
  environment: Environment,
  { cluster, gpuNodes }: Foundation,
  data: Stores,
  { ready, certificateArn, ingressClassName }: Services,
  aws: ComponentResourceOptions,
): Deployment {
  const { name, tags, ingress, platform, security } = environment;
  const { app, gpuCharts, service } = workload(environment, addressesOf(data));
  const gpu = new GpuSoftware(
    `${name}-gpu`,
    { cluster, charts: gpuCharts, after: ready, tags },
    aws,
  );
  const graphs = new Manifests(
    `${name}-workload`,
    { manifests: app.manifests() },
    {
      provider: cluster.provider,
      dependsOn: [...gpuNodes, ...data.ready, ...ready, ...gpu.ready],
    },
  );
  if (ingress === undefined || certificateArn === undefined || service === undefined)
    return { service, entry: undefined };
  const entry = new ServingEntry(`${name}-entry`, {
    ...ingress,
    cluster,
    namespace: platform.graphNamespace,
    ingressClassName,
    service,
    certificateArn,
    deletionProtection: security.deletionProtection,
    after: [graphs, ...ready],
    tags,
  });
  return { service, entry };
}

function addressesOf({ files, lustre }: Stores): Addresses {
  return {
    fileSystemId: token(files.fileSystemId),
    lustre:
      lustre === undefined
        ? undefined
        : {
            fileSystemId: token(lustre.fileSystemId),
            dnsName: token(lustre.dnsName),
            mountName: token(lustre.mountName),
          },
  };
}
