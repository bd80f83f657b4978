// SPDX-License-Identifier: Apache-2.0
/** @module Webhooks, their certificates, and the monitors. */
import type { DynamoPlatformProps } from "@dynamo-iac/constructs/platform";
import { describe, expect, it } from "vitest";
import { hasThirdPartySchemas, schemaErrors } from "../../../support/third-party.js";
import { full, identity, namespace, only, render, type Written } from "./rendered.js";
import { webhookTable } from "./tables.js";

describe("the webhooks", () => {
  const list = (props: DynamoPlatformProps, kind: string) =>
    only(render(props), `${kind}WebhookConfiguration`).webhooks as Written[];

  it("are those of the table, in the chart's form", () => {
    const rows = ["Validating", "Mutating"].flatMap((kind) =>
      list({}, kind).map(({ name, clientConfig, rules: [rule] }) => [
        kind,
        name,
        clientConfig.service.path,
        rule.apiVersions[0],
        rule.resources[0],
      ]),
    );
    expect(rows).toEqual(webhookTable);
  });

  it("ask the Service on 443 within ten seconds, and refuse what nobody judged", () => {
    for (const each of [...list({}, "Validating"), ...list({}, "Mutating").slice(0, 3)]) {
      expect(each).toMatchObject({
        admissionReviewVersions: ["v1"],
        sideEffects: "None",
        timeoutSeconds: 10,
        failurePolicy: "Fail",
        rules: [{ apiGroups: ["nvidia.com"], operations: ["CREATE", "UPDATE"] }],
        clientConfig: { service: { name: `${full}-webhook-service`, namespace, port: 443 } },
      });
      expect(each.clientConfig).not.toHaveProperty("caBundle");
      expect(each).not.toHaveProperty("namespaceSelector");
    }
    expect(list({}, "Mutating").map(({ matchPolicy }) => matchPolicy)).toEqual([
      undefined,
      "Exact",
      undefined,
      undefined,
    ]);
  });

  it("see pods only when they are made, and let them pass while the operator is away", () => {
    const pods = list({}, "Mutating").at(-1);
    expect(pods).toMatchObject({
      failurePolicy: "Ignore",
      rules: [{ apiGroups: [""], operations: ["CREATE"] }],
    });
  });

  it("carry the labels by which the operator finds them", () => {
    for (const kind of ["Validating", "Mutating"])
      expect(only(render(), `${kind}WebhookConfiguration`).metadata.labels).toMatchObject({
        "app.kubernetes.io/part-of": "dynamo-operator",
        "nvidia.com/dynamo-operator-namespace": namespace,
      });
  });

  it("get their authority from cert-manager, or from the props", () => {
    const managed = { webhooks: { certificates: { kind: "cert-manager" } } } as const;
    expect(only(render(managed), "MutatingWebhookConfiguration").metadata.annotations).toEqual({
      "cert-manager.io/inject-ca-from": `${namespace}/${full}-serving-cert`,
    });
    const secret = { webhooks: { certificates: { kind: "secret", caBundle: "Q0E=" } } } as const;
    for (const each of list(secret, "Validating")) expect(each.clientConfig.caBundle).toBe("Q0E=");
  });

  it("look at one namespace when the operator owns one", () => {
    const props = { namespaceRestriction: {}, namespace: "team" };
    const configuration = only(render(props), "ValidatingWebhookConfiguration");
    expect(configuration.metadata.name).toBe(`${full}-validating-team`);
    for (const each of [...list(props, "Validating"), ...list(props, "Mutating")])
      expect(each.namespaceSelector).toEqual({
        matchLabels: { "kubernetes.io/metadata.name": "team" },
      });
  });
});

describe("certificates and monitors", () => {
  const props: DynamoPlatformProps = {
    webhooks: { certificates: { kind: "cert-manager" } },
    monitoring: { serviceMonitor: true, podMonitors: "nixl", labels: { release: "kps" } },
  };

  it.skipIf(!hasThirdPartySchemas)("are valid by the schemas of their projects", () => {
    const foreign = render(props).filter(({ apiVersion }) =>
      /^(cert-manager\.io|monitoring\.coreos\.com)\//.test(apiVersion),
    );
    expect(foreign.map(identity)).toEqual([
      `Issuer ${full}-selfsigned-issuer`,
      `Certificate ${full}-root-ca`,
      `Issuer ${full}-ca-issuer`,
      `Certificate ${full}-serving-cert`,
      `ServiceMonitor ${full}-operator`,
      "PodMonitor dynamo-frontend",
      "PodMonitor dynamo-worker",
      "PodMonitor dynamo-planner",
      "PodMonitor dynamo-router",
    ]);
    expect(foreign.flatMap(schemaErrors)).toEqual([]);
  });

  it("name the Service, for as long as the chart's", () => {
    const { spec } = only(render(props), "Certificate", "F-serving-cert");
    expect(spec).toEqual({
      secretName: "webhook-server-cert",
      commonName: `${full}-webhook`,
      duration: "8760h",
      renewBefore: "360h",
      dnsNames: [
        `${full}-webhook-service`,
        `${full}-webhook-service.${namespace}.svc`,
        `${full}-webhook-service.${namespace}.svc.cluster.local`,
      ],
      issuerRef: { name: `${full}-ca-issuer`, kind: "Issuer" },
    });
    expect(only(render(props), "Certificate", "F-root-ca").spec).toMatchObject({
      isCA: true,
      privateKey: { algorithm: "RSA", size: 4096 },
      duration: "87600h",
      renewBefore: "720h",
    });
    const long = render({ ...props, releaseName: "r".repeat(53) });
    for (const { spec: each } of long.filter(({ kind }) => kind === "Certificate"))
      expect(each.commonName.length).toBeLessThanOrEqual(64);
  });

  it("take an issuer that exists", () => {
    const issuer = { name: "corporate", kind: "ClusterIssuer" } as const;
    const objects = render({ webhooks: { certificates: { kind: "cert-manager", issuer } } });
    expect(objects.filter(({ kind }) => kind === "Issuer")).toEqual([]);
    expect(only(objects, "Certificate").spec.issuerRef).toMatchObject(issuer);
  });

  it("read the operator by HTTPS with a token", () => {
    const monitor = only(render(props), "ServiceMonitor");
    expect(monitor.metadata.labels).toMatchObject({ release: "kps" });
    expect(monitor.spec.endpoints).toEqual([
      {
        port: "metrics",
        scheme: "https",
        path: "/metrics",
        interval: "15s",
        bearerTokenFile: "/var/run/secrets/kubernetes.io/serviceaccount/token",
        tlsConfig: { insecureSkipVerify: true },
      },
    ]);
    const matches = (service: string) =>
      Object.entries(monitor.spec.selector.matchLabels).every(
        ([key, value]) => only(render(props), "Service", service).metadata.labels[key] === value,
      );
    expect([matches("F"), matches("F-webhook-service")]).toEqual([true, false]);
  });

  it("read the pods of graphs by the type of their component", () => {
    const ports = (name: string) =>
      only(render(props), "PodMonitor", name).spec.podMetricsEndpoints.map(
        ({ port }: Written) => port,
      );
    expect(ports("dynamo-frontend")).toEqual(["http"]);
    expect(ports("dynamo-worker")).toEqual(["system", "system-0", "system-1", "nixl"]);
    expect(ports("dynamo-planner")).toEqual(["metrics"]);
    expect(ports("dynamo-router")).toEqual([undefined]);
    const router = only(render(props), "PodMonitor", "dynamo-router").spec;
    expect(router.podMetricsEndpoints[0].relabelings[0]).toMatchObject({
      regex: "([^:]+)(?::\\d+)?",
      replacement: "${1}:9090",
    });
    expect(router.namespaceSelector).toEqual({ any: true });
    const plain = render({ monitoring: { podMonitors: true } });
    expect(only(plain, "PodMonitor", "dynamo-worker").spec.podMetricsEndpoints).toHaveLength(3);
  });
});
