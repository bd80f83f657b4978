// SPDX-License-Identifier: Apache-2.0
/** @module The environment as a list of components, in the order in which they are made. */
import { EncryptionKey } from "@dynamo-iac/clouds/aws";
import type { Environment } from "@dynamo-iac/clouds/environment";
import { Provider } from "@pulumi/aws/provider";
import type { Output } from "@pulumi/pulumi";
import { deployment } from "./deployment.js";
import { foundation } from "./foundation.js";
import { operations } from "./operations.js";
import { type Outputs, outputsOf } from "./outputs.js";
import { images, services } from "./services.js";
import { stores } from "./stores.js";
import { judgeWorkload } from "./workload.js";

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
  const { name, region, tags, storage } = environment;
  judgeWorkload(environment);

  const aws = { provider: new Provider("aws", { region }) };
  const removal = storage.retain ? "retain" : "delete";
  const { keyArn } = new EncryptionKey(
    `${name}-data`,
    { region, purpose: `Data of ${name}`, logGroups: ["*"], removal, tags },
    aws,
  );
  const base = foundation(environment, aws);
  const data = stores(environment, { ...base, keyArn }, aws);
  const mirrors = images(environment, { ...base, keyArn }, aws);
  const running = services(environment, { ...base, ...data, keyArn, huggingFaceToken }, aws);
  const serving = deployment(environment, base, data, running, aws);
  operations(environment, { ...data, keyArn }, aws);

  return outputsOf(environment, { ...base, ...data, ...running, ...serving, mirrors });
}
