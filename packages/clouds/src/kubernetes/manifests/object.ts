// SPDX-License-Identifier: Apache-2.0
/** @module One Kubernetes object as one Pulumi resource. */
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

/** The content of a Secret is secret, whether or not its author said so. */
function sealed(object: Manifest): pulumi.Inputs {
  const { data, stringData, ...rest } = object as Manifest & pulumi.Inputs;
  return {
    ...rest,
    ...(data === undefined ? {} : { data: pulumi.secret(data) }),
    ...(stringData === undefined ? {} : { stringData: pulumi.secret(stringData) }),
  };
}
