// SPDX-License-Identifier: Apache-2.0
/** @module The file that the operator reads, from the settings and its defaults. */
import type { DynamoPlatformProps } from "@dynamo-iac/constructs/platform";
import { describe, expect, it } from "vitest";
import { configOf, full, namespace, render } from "./rendered.js";

describe("the operator's configuration", () => {
  it("says by default what the chart says", () => {
    expect(configOf()).toEqual({
      apiVersion: "operator.config.dynamo.nvidia.com/v1alpha1",
      kind: "OperatorConfiguration",
      server: {
        metrics: { bindAddress: "0.0.0.0", secure: true },
        webhook: {
          certProvisionMode: "auto",
          secretName: "webhook-server-cert",
          serviceName: `${full}-webhook-service`,
        },
      },
      leaderElection: { enabled: true, id: "dynamo.nvidia.com", namespace: "kube-system" },
      orchestrators: {
        grove: { enabled: false, terminationDelay: "4h" },
        kaiScheduler: { enabled: false },
        volcanoScheduler: { enabled: false },
      },
      serviceMesh: { enabled: false },
      rbac: {
        plannerClusterRoleName: `${full}-planner`,
        dgdrProfilingClusterRoleName: `${full}-dgdr-profiling`,
        eppClusterRoleName: `${full}-epp`,
      },
      mpi: { sshSecretName: "mpi-run-ssh-secret", sshSecretNamespace: namespace },
    });
  });

  it("names the cluster roles that are there", () => {
    const names = render().map(({ metadata }) => metadata.name);
    for (const name of Object.values(configOf().rbac)) expect(names).toContain(name);
  });

  const cases: readonly (readonly [string, DynamoPlatformProps, object])[] = [
    [
      "addresses",
      {
        nats: { address: "nats://n:4222" },
        etcd: { endpoints: ["a:2379", "b:2379"] },
        modelExpressURL: "http://mx:8001",
        monitoring: { prometheusEndpoint: "http://prometheus:9090" },
      },
      {
        infrastructure: {
          natsAddress: "nats://n:4222",
          etcdAddress: "a:2379,b:2379",
          modelExpressURL: "http://mx:8001",
          prometheusEndpoint: "http://prometheus:9090",
        },
      },
    ],
    [
      "orchestrators",
      { grove: "external", kaiScheduler: "external", groveTerminationDelay: "15m", lws: false },
      {
        orchestrators: {
          grove: { enabled: true },
          lws: { enabled: false },
          kaiScheduler: { enabled: true },
          volcanoScheduler: { enabled: false },
        },
      },
    ],
    ["dynamic resource allocation", { dra: true }, { dra: { enabled: true } }],
    [
      "ingress",
      {
        ingress: {
          className: "nginx",
          tlsSecretName: "tls",
          virtualServiceGateway: "istio-system/main",
          hostSuffix: "example.com",
        },
      },
      {
        ingress: {
          virtualServiceGateway: "istio-system/main",
          controllerClassName: "nginx",
          controllerTLSSecretName: "tls",
          hostSuffix: "example.com",
        },
      },
    ],
    [
      "a service mesh",
      { serviceMesh: { tlsMode: "MUTUAL", clientCertificate: "/c", privateKey: "/k" } },
      {
        serviceMesh: {
          enabled: true,
          provider: "istio",
          istio: {
            tlsMode: "MUTUAL",
            insecureSkipVerify: true,
            clientCertificate: "/c",
            privateKey: "/k",
          },
        },
      },
    ],
    [
      "checkpoints",
      {
        checkpoint: {
          seccompProfile: false,
          storage: { pvcName: "snapshots", basePath: "/checkpoints", create: true, size: "1Ti" },
        },
      },
      {
        checkpoint: {
          enabled: true,
          cleanupImage: "busybox:1.36",
          seccomp: { disabled: true },
          storage: {
            type: "pvc",
            pvc: { pvcName: "snapshots", basePath: "/checkpoints", create: true, size: "1Ti" },
          },
        },
      },
    ],
    [
      "discovery through etcd",
      { discoveryBackend: "etcd", etcd: { endpoints: ["e:2379"] } },
      { discovery: { backend: "etcd" } },
    ],
    [
      "its log",
      { logging: { level: "debug", format: "text" } },
      { logging: { level: "debug", format: "text" } },
    ],
    [
      "certificates that others make",
      { webhooks: { certificates: { kind: "cert-manager" }, secretName: "mine" } },
      { server: { webhook: { certProvisionMode: "manual", secretName: "mine" } } },
    ],
    [
      "one namespace",
      { namespaceRestriction: { targetNamespace: "team", leaseDurationSeconds: 60 } },
      {
        namespace: { restricted: "team", scope: { leaseDuration: "60s" } },
        leaderElection: { namespace: "team" },
        gpu: { discoveryEnabled: true },
      },
    ],
  ];
  it.each(cases)("says %s", (_what, props, expected) => {
    expect(configOf(props)).toMatchObject(expected);
  });

  it("leaves the search for Istio to the operator, and cluster roles out for one namespace", () => {
    expect(configOf({ serviceMesh: "auto" })).not.toHaveProperty("serviceMesh");
    expect(configOf({ namespaceRestriction: {} })).not.toHaveProperty("rbac");
  });
});
