// SPDX-License-Identifier: Apache-2.0
/** @module The environment as a list of components, in the order in which they are made. */
import {
  BackupPlan,
  CostBudget,
  EncryptionKey,
  GpuSoftware,
  ServingEntry,
} from "@dynamo-iac/clouds/aws";
import type { Environment } from "@dynamo-iac/clouds/environment";
import { Manifests, token } from "@dynamo-iac/clouds/kubernetes";
import { Provider } from "@pulumi/aws/provider";
import type { Output } from "@pulumi/pulumi";
import { foundation } from "./foundation.js";
import { type Outputs, outputsOf } from "./outputs.js";
import { images, services } from "./services.js";
import { type Stores, stores } from "./stores.js";
import { type Addresses, judgeWorkload, workload } from "./workload.js";

/**
 * Builds the environment. Counts and switches come from the configuration, never from an Output, so
 * that a preview shows everything.
 *
 * @param huggingFaceToken only where `security.literalSecrets` allows it
 */
export function program(
  environment: Environment,
  huggingFaceToken: Output<string> | undefined,
): Outputs {
  const { name, region, tags, storage, backup, budget, ingress } = environment;
  const removal = storage.retain ? "retain" : "delete";
  judgeWorkload(environment);

  const provider = new Provider("aws", { region });
  const aws = { provider };

  const { keyArn } = new EncryptionKey(
    `${name}-data`,
    { region, purpose: `Data of ${name}`, logGroups: ["*"], removal, tags },
    aws,
  );
  const base = foundation(environment, aws);
  const data = stores(environment, { ...base, keyArn }, aws);
  const mirrors = images(environment, { ...base, keyArn }, aws);
  const running = services(environment, { ...base, ...data, keyArn, huggingFaceToken }, aws);
  const load = workload(environment, addressesOf(data));

  const gpu = new GpuSoftware(
    `${name}-gpu`,
    { cluster: base.cluster, charts: load.gpuCharts, after: running.ready, tags },
    aws,
  );
  const graph = new Manifests(
    `${name}-workload`,
    { manifests: load.app.manifests() },
    {
      provider: base.cluster.provider,
      dependsOn: [...base.gpuNodes, ...data.ready, ...running.ready, ...gpu.ready],
    },
  );
  const entry =
    ingress === undefined || running.certificateArn === undefined || load.service === undefined
      ? undefined
      : new ServingEntry(`${name}-entry`, {
          ...ingress,
          cluster: base.cluster,
          namespace: environment.platform.graphNamespace,
          ingressClassName: running.ingressClassName,
          service: load.service,
          certificateArn: running.certificateArn,
          deletionProtection: environment.security.deletionProtection,
          after: [graph, ...running.ready],
          tags,
        });

  if (backup.enabled && Object.keys(data.backedUp).length > 0)
    new BackupPlan(
      `${name}-backup`,
      {
        region,
        resources: data.backedUp,
        keyArn,
        retentionDays: backup.retentionDays,
        ...(backup.monthlyRetentionDays === 0
          ? {}
          : { monthlyRetentionDays: backup.monthlyRetentionDays }),
        ...(backup.copyRegion === undefined ? {} : { copyRegion: backup.copyRegion }),
        removal,
        tags,
      },
      aws,
    );
  if (budget !== undefined)
    new CostBudget(
      `${name}-budget`,
      { ...budget, costTag: { key: "Environment", value: name }, tags },
      aws,
    );
  return outputsOf(environment, {
    ...base,
    ...data,
    ...running,
    mirrors,
    entry,
    service: load.service,
  });
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
