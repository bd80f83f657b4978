// SPDX-License-Identifier: Apache-2.0
/** @module Sound settings of the platform at random, as far as objects and chart can both say them. */
import type { DynamoPlatformProps } from "@dynamo-iac/constructs/platform";
import fc from "fast-check";

const label = fc.stringMatching(/^[a-z]([a-z0-9-]{0,10}[a-z0-9])?$/);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const release = label.filter((name) => !/nats|dynamo-operator/.test(name));
const caBundle = Buffer.from("-----BEGIN CERTIFICATE-----\nMIIB\n").toString("base64");

const certificates = fc.oneof(
  fc.constant({ kind: "self-managed" } as const),
  fc.constant({ kind: "secret", caBundle } as const),
  fc.record({
    kind: fc.constant("cert-manager" as const),
    durationHours: maybe(fc.integer({ min: 1000, max: 9000 })),
    renewBeforeHours: maybe(fc.integer({ min: 1, max: 900 })),
    authorityDurationHours: maybe(fc.integer({ min: 9000, max: 90_000 })),
    authorityRenewBeforeHours: maybe(fc.integer({ min: 1, max: 800 })),
  }),
);

const checkpoint = fc.record({
  cleanupImage: maybe(fc.constantFrom("busybox:1.37", "registry.example.com/tools/sh:1")),
  seccompProfile: maybe(fc.constantFrom(false as const, "profiles/mine.json")),
  storage: maybe(
    fc.record({
      pvcName: label,
      basePath: label.map((name) => `/${name}`),
      create: maybe(fc.boolean()),
      size: maybe(fc.constantFrom("1Ti", 1024)),
      accessMode: maybe(fc.constantFrom("ReadWriteMany" as const, "ReadWriteOnce" as const)),
    }),
  ),
});

const url = label.map((host) => `http://${host}:8001`);

/** Settings with nothing to remark on but warnings. */
export const platformProps: fc.Arbitrary<DynamoPlatformProps> = fc
  .record({
    development: fc.boolean(),
    releaseName: maybe(release),
    namespace: maybe(label),
    clusterDomain: maybe(fc.constantFrom("cluster.local", "k8s.internal")),
    image: maybe(
      fc.record({
        repository: maybe(fc.constantFrom("registry.example.com/operator", "nvcr.io/a/b")),
        tag: maybe(fc.constantFrom("1.4.0", "1.4.0-rc1", "mine")),
        digest: maybe(fc.constant(`sha256:${"a".repeat(64)}`)),
        pullPolicy: maybe(fc.constantFrom("Always" as const, "Never" as const)),
      }),
    ),
    registryMirror: maybe(fc.constantFrom("mirror.example.com", "10.0.0.1:5000/copies")),
    imagePullSecrets: maybe(fc.uniqueArray(label, { maxLength: 2 })),
    dockerRegistry: maybe(fc.record({ server: label, existingSecretName: label })),
    replicas: maybe(fc.integer({ min: 1, max: 3 })),
    spread: maybe(fc.constantFrom("required" as const, "preferred" as const)),
    env: maybe(
      fc
        .uniqueArray(label, { maxLength: 2 })
        .map((names) => names.map((name) => ({ name: `X_${name.toUpperCase()}`, value: "1" }))),
    ),
    readOnlyRootFilesystem: maybe(fc.boolean()),
    restricted: fc.boolean(),
    crds: maybe(fc.constant("external" as const)),
    webhooks: maybe(
      fc.record({
        certificates: maybe(certificates),
        secretName: maybe(label),
        failurePolicy: maybe(fc.constantFrom("Fail" as const, "Ignore" as const)),
        timeoutSeconds: maybe(fc.integer({ min: 1, max: 30 })),
      }),
    ),
    nats: maybe(label.map((host) => ({ address: `nats://${host}:4222` }))),
    etcd: maybe(
      fc.array(label, { minLength: 1, maxLength: 3 }).map((hosts) => ({
        endpoints: hosts.map((host) => `${host}:2379`),
      })),
    ),
    grove: maybe(fc.constantFrom("off" as const, "external" as const)),
    scheduler: fc.constantFrom("none", "kai", "volcano"),
    groveTerminationDelay: maybe(fc.constantFrom("15m", "30m", "1h30m")),
    modelExpressURL: maybe(url),
    mpiSecretName: maybe(label),
    monitoring: maybe(
      fc.record({
        metricsService: maybe(fc.boolean()),
        serviceMonitor: maybe(fc.boolean()),
        prometheusEndpoint: maybe(url),
      }),
    ),
    serviceMesh: maybe(
      fc.record({
        tlsMode: maybe(fc.constantFrom("SIMPLE" as const, "ISTIO_MUTUAL" as const)),
        insecureSkipVerify: maybe(fc.boolean()),
        caCertificates: maybe(fc.constant("/etc/ca.pem")),
      }),
    ),
    ingress: maybe(
      fc
        .record({
          className: maybe(label),
          tlsSecretName: maybe(label),
          virtualServiceGateway: maybe(label.map((name) => `istio-system/${name}`)),
          hostSuffix: maybe(fc.constant("example.com")),
        })
        .map(({ tlsSecretName, ...rest }) =>
          rest.className === undefined ? rest : { ...rest, tlsSecretName },
        ),
    ),
    checkpoint: maybe(checkpoint),
  })
  .map(({ restricted, scheduler, crds, ...props }) => ({
    ...props,
    crds: restricted ? undefined : crds,
    namespaceRestriction: restricted
      ? { leaseDurationSeconds: 60, leaseRenewSeconds: 10 }
      : undefined,
    discoveryBackend: props.etcd === undefined ? undefined : ("etcd" as const),
    kaiScheduler: scheduler === "kai" ? ("external" as const) : undefined,
    volcanoScheduler: scheduler === "volcano",
  }));
