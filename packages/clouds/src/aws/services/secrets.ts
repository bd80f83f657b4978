// SPDX-License-Identifier: Apache-2.0
/** @module Secrets of Secrets Manager in the cluster, by External Secrets: the token for Hugging Face, the key for nvcr.io. */

import type { Finding } from "@dynamo-iac/constructs/facts";
import { getCallerIdentityOutput } from "@pulumi/aws/getCallerIdentity";
import { Secret, SecretVersion } from "@pulumi/aws/secretsmanager";
import {
  ComponentResource,
  type ComponentResourceOptions,
  type Input,
  interpolate,
  type Output,
  secret,
} from "@pulumi/pulumi";
import { externalSecrets, externalSecretsValues } from "../../charts/index.js";
import { accept, announce, sayOf } from "../../component/index.js";
import { HelmRelease, Manifests, token } from "../../kubernetes/index.js";
import { kept, type Removal } from "../component-props.js";
import { EncryptionKey } from "../encryption-key.js";
import { PodIdentity } from "../identity/pod-identity.js";
import { externalSecrets as readSecrets } from "../identity/policies/index.js";
import { partitionOf } from "../region.js";
import { checkTags, named } from "../tags.js";
import {
  clusterStore,
  huggingFaceSecret,
  nvcrPullSecret,
  pullSecret,
  type StoredSecret,
  tokenObject,
} from "./external-secret.js";
import { inside, type ServiceProps } from "./service-props.js";

/** Settings of the secrets. */
export interface SecretsProps extends ServiceProps {
  /** Namespace of External Secrets; it has to be there. @default "external-secrets" */
  readonly namespace?: string | undefined;
  /** Namespaces that may use the store; the first one gets the secrets. */
  readonly graphNamespaces: readonly [string, ...string[]];
  /**
   * Name or ARN of the secret with the Hugging Face token.
   *
   * @default - a new one, `<name>/hugging-face`, without a value
   */
  readonly huggingFaceSecret?: string | undefined;
  /** Name or ARN of the secret with the NGC API key. @default - nvcr.io is asked without a login */
  readonly registrySecret?: string | undefined;
  /** Value of the new secret. For development: it is kept in Pulumi's state, encrypted. @default - somebody else gives it a value */
  readonly literalToken?: Input<string> | undefined;
  /** Replicas of the operator. @default 1 */
  readonly replicas?: number | undefined;
  /** What happens to a new secret when the component leaves the program. @default "retain" */
  readonly removal?: Removal | undefined;
}

/**
 * External Secrets with rights on exactly the secrets that it copies, a store that only the graphs'
 * namespaces can use, and the secrets `hf-token-secret` and `nvcr-imagepullsecret`.
 */
export class Secrets extends ComponentResource {
  /** Name of the secret that wants a value; undefined when an existing one is used. */
  readonly newSecretName: Output<string> | undefined;
  /** Secret in the graphs' namespace with the key `HF_TOKEN`. */
  readonly huggingFaceSecretName = huggingFaceSecret;
  /** Secret for `imagePullSecrets`; undefined without `registrySecret`. */
  readonly pullSecretName: string | undefined;
  /** Store that other External Secrets of the graphs' namespaces can name. */
  readonly storeName: string;
  /** To depend on: the secrets are asked for when these are there. */
  readonly ready: readonly Manifests[];

  constructor(name: string, props: SecretsProps, opts?: ComponentResourceOptions) {
    const findings = accept(checkSecrets(name, props), props.waive);
    super("dynamo-iac:aws:Secrets", name, {}, opts);
    announce(this, findings);

    const { cluster, namespace = "external-secrets", tags = {} } = props;
    const { region } = cluster;
    const key = new EncryptionKey(
      `${name}-key`,
      { region, purpose: `Secrets of ${name}`, removal: props.removal ?? "retain", tags },
      { parent: this },
    );
    const stored = this.#tokenSecret(name, props, key);
    const registry = props.registrySecret;
    new PodIdentity(
      `${name}-reader`,
      {
        cluster,
        namespace,
        serviceAccount: "external-secrets",
        statements: readSecrets({
          region,
          secretArns: [
            stored.arn,
            ...(registry === undefined ? [] : [secretArn(region, registry, this)]),
          ],
          keyArns: [key.keyArn],
        }),
        tags,
      },
      { parent: this },
    );
    const release = new HelmRelease(
      `${name}-operator`,
      {
        chart: externalSecrets,
        namespace,
        releaseName: "external-secrets",
        values: externalSecretsValues({
          replicas: props.replicas ?? 1,
          serviceAccount: "external-secrets",
          monitors: props.monitors ?? false,
        }),
      },
      inside(this, props),
    );
    this.storeName = name;
    const manifests = [
      clusterStore(name, region, props.graphNamespaces),
      stored.object(name, props.graphNamespaces[0]),
      ...(registry === undefined ? [] : [pullSecret(name, props.graphNamespaces[0], registry)]),
    ];
    this.ready = [new Manifests(`${name}-objects`, { manifests }, inside(this, props, [release]))];
    this.newSecretName = stored.name;
    this.pullSecretName = registry === undefined ? undefined : nvcrPullSecret;
    this.registerOutputs({ newSecretName: this.newSecretName, storeName: this.storeName });
  }

  /** The secret that holds the token: an existing one by name, or a new one. */
  #tokenSecret(name: string, props: SecretsProps, key: EncryptionKey) {
    const { huggingFaceSecret: existing, literalToken, removal = "retain", tags = {} } = props;
    if (existing !== undefined)
      return {
        name: undefined,
        arn: secretArn(props.cluster.region, existing, this),
        object: (store: string, namespace: string): StoredSecret =>
          tokenObject(store, namespace, existing),
      };
    const own = new Secret(
      `${name}-hugging-face`,
      {
        name: `${name}/hugging-face`,
        description: "Token for models of Hugging Face; put a value with put-secret-value",
        kmsKeyId: key.keyArn,
        recoveryWindowInDays: removal === "retain" ? 30 : 0,
        tags: named(tags, `${name}-hugging-face`),
      },
      { parent: this, ...kept(removal) },
    );
    if (literalToken !== undefined)
      new SecretVersion(
        `${name}-hugging-face`,
        { secretId: own.id, secretString: secret(literalToken) },
        { parent: this },
      );
    return {
      name: own.name,
      arn: own.arn,
      object: (store: string, namespace: string): StoredSecret =>
        tokenObject(store, namespace, token(own.name)),
    };
  }
}

/** ARN of a secret by its name: Secrets Manager puts six characters behind it. */
function secretArn(region: string, name: string, parent: ComponentResource): Input<string> {
  if (name.startsWith("arn:")) return name;
  const account = getCallerIdentityOutput({}, { parent }).accountId;
  return interpolate`arn:${partitionOf(region) ?? "aws"}:secretsmanager:${region}:${account}:secret:${name}-??????`;
}

/** What is wrong with these settings; waivers are not applied. */
export function checkSecrets(name: string, props: SecretsProps): readonly Finding[] {
  const say = sayOf("Secrets", name);
  const found = [...checkTags(props.tags ?? {}, say)];
  if (props.literalToken !== undefined && props.huggingFaceSecret !== undefined)
    found.push(
      say(
        "DYN-AWS-206",
        ["literalToken"],
        `would be written over the value of ${props.huggingFaceSecret}, which belongs to somebody else`,
        "Leave out literalToken, or huggingFaceSecret.",
      ),
    );
  return found;
}
