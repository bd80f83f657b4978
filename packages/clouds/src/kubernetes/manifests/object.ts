// SPDX-License-Identifier: Apache-2.0
/** @module One Kubernetes object as one Pulumi resource. */
import { entries } from "@dynamo-iac/constructs/api";
import { getVersion } from "@pulumi/kubernetes/utilities";
import * as pulumi from "@pulumi/pulumi";
import { type Manifest, typeToken } from "./manifest.js";

/**
 * An object of any kind. Registers the type token of the typed class of its kind, so that a
 * preview, a policy and an import see the same type whoever made the object.
 */
export class KubernetesObject extends pulumi.CustomResource {
  constructor(name: string, object: Manifest, opts: pulumi.CustomResourceOptions) {
    const secret = object.kind === "Secret" && object.apiVersion === "v1";
    super(typeToken(object), name, secret ? sealed(object) : { ...object }, {
      version: getVersion(),
      ...(secret ? { additionalSecretOutputs: ["data", "stringData"] } : {}),
      ...opts,
    });
  }
}

/** The content of a Secret is secret, whether or not its author said so; its keys are not. */
function sealed(object: Manifest): pulumi.Inputs {
  const result: pulumi.Inputs = { ...object };
  for (const field of ["data", "stringData"]) {
    const content = entries(result[field]);
    if (content.length > 0)
      result[field] = Object.fromEntries(
        content.map(([key, value]) => [key, pulumi.secret(value)]),
      );
  }
  return result;
}
