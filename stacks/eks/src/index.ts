// SPDX-License-Identifier: Apache-2.0
/** @module Where Pulumi starts: the configuration, then the program; what is exported is what one does next. */
import { environmentOf } from "@dynamo-iac/clouds/environment";
import * as pulumi from "@pulumi/pulumi";
import { program } from "./program.js";

const config = new pulumi.Config();
const environment = environmentOf(pulumi.runtime.allConfig(), config.name, "aws");
const outputs = program(environment, config.getSecret("huggingFaceToken"));

export const { clusterName, kubeconfig, storage, registryMirrors, serviceUrl, grafana, nextSteps } =
  outputs;
