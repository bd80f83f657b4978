// SPDX-License-Identifier: Apache-2.0
/** @module Objects of External Secrets: the store, and the secrets that are made from it. */

/** Secret with the Hugging Face token, as the platform and the graphs expect it. */
export const huggingFaceSecret = "hf-token-secret";

/** Secret for pulls from nvcr.io. */
export const nvcrPullSecret = "nvcr-imagepullsecret";

/** An object of External Secrets. */
export interface StoredSecret {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string | undefined };
  readonly spec: object;
}

/** A store that reads Secrets Manager with the identity of the operator, for the named namespaces only. */
export function clusterStore(
  name: string,
  region: string,
  namespaces: readonly string[],
): StoredSecret {
  return {
    apiVersion: "external-secrets.io/v1",
    kind: "ClusterSecretStore",
    metadata: { name },
    spec: {
      conditions: [{ namespaces: [...namespaces] }],
      provider: { aws: { service: "SecretsManager", region } },
    },
  };
}

/** The secret with the key `HF_TOKEN`, read again every hour: a new token needs no deployment. */
export function tokenObject(store: string, namespace: string, remote: string): StoredSecret {
  return {
    apiVersion: "external-secrets.io/v1",
    kind: "ExternalSecret",
    metadata: { name: huggingFaceSecret, namespace },
    spec: {
      refreshInterval: "1h",
      secretStoreRef: { kind: "ClusterSecretStore", name: store },
      target: { name: huggingFaceSecret, creationPolicy: "Owner" },
      data: [{ secretKey: "HF_TOKEN", remoteRef: { key: remote } }],
    },
  };
}

/** The secret for `imagePullSecrets`, made from an NGC API key. */
export function pullSecret(store: string, namespace: string, remote: string): StoredSecret {
  // The operator of External Secrets fills in the key; `$oauthtoken` is the user name that nvcr.io wants.
  const auth = '{{ printf "$oauthtoken:%s" .key | b64enc }}';
  return {
    apiVersion: "external-secrets.io/v1",
    kind: "ExternalSecret",
    metadata: { name: nvcrPullSecret, namespace },
    spec: {
      refreshInterval: "1h",
      secretStoreRef: { kind: "ClusterSecretStore", name: store },
      target: {
        name: nvcrPullSecret,
        creationPolicy: "Owner",
        template: {
          type: "kubernetes.io/dockerconfigjson",
          data: {
            ".dockerconfigjson": `{"auths":{"nvcr.io":{"username":"$oauthtoken","password":"{{ .key }}","auth":"${auth}"}}}`,
          },
        },
      },
      data: [{ secretKey: "key", remoteRef: { key: remote } }],
    },
  };
}

/** A password that the operator makes once and nobody else knows, with the name of its user. */
export function generatedLogin(
  name: string,
  namespace: string,
  keys: { readonly user: string; readonly password: string },
): readonly StoredSecret[] {
  return [
    {
      apiVersion: "generators.external-secrets.io/v1alpha1",
      kind: "Password",
      metadata: { name, namespace },
      spec: { length: 32, digits: 8, symbols: 0, noUpper: false, allowRepeat: true },
    },
    {
      apiVersion: "external-secrets.io/v1",
      kind: "ExternalSecret",
      metadata: { name, namespace },
      spec: {
        refreshPolicy: "CreatedOnce",
        target: {
          name,
          creationPolicy: "Owner",
          template: { data: { [keys.user]: "admin", [keys.password]: "{{ .password }}" } },
        },
        dataFrom: [
          {
            sourceRef: {
              generatorRef: {
                apiVersion: "generators.external-secrets.io/v1alpha1",
                kind: "Password",
                name,
              },
            },
          },
        ],
      },
    },
  ];
}
