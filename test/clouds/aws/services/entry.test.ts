// SPDX-License-Identifier: Apache-2.0
/** @module The way into a cluster: load balancers, domain, and whom they let in. */
import { albIngress, Domain, LoadBalancerController, ServingEntry } from "@dynamo-iac/clouds/aws";
import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { only, planService, region, release, tags, typed } from "./cluster.js";
import { refusals } from "./refusals.js";

describe("LoadBalancerController", () => {
  it("is the controller's chart on nodes of ours", async () => {
    const plan = await planService(
      ({ cluster, network }) =>
        new LoadBalancerController("lb", { cluster, network, replicas: 2, tags }),
    );
    expect(release(plan, "aws-load-balancer-controller").inputs.values).toMatchObject({
      clusterName: "dynamo",
      region,
      replicaCount: 2,
      serviceAccount: { name: "aws-load-balancer-controller" },
    });
  });

  it("is only a class in Auto Mode", async () => {
    const plan = await planService(
      ({ cluster, network }) => new LoadBalancerController("lb", { cluster, network, tags }),
      "auto",
    );
    expect(typed(plan, "Release")).toEqual([]);
    expect(only(plan, "IngressClass").inputs.spec).toMatchObject({
      controller: "eks.amazonaws.com/alb",
    });
  });
});

describe("Domain", () => {
  const domain =
    (host: string) =>
    ({ cluster }: { cluster: never }) =>
      new Domain("dns", { cluster, hostedZone: "example.com", host, tags });

  it("proves a certificate in the zone, and changes records of that zone alone", async () => {
    const plan = await planService(domain("llm.example.com") as never);
    expect(only(plan, "certificate:Certificate").inputs).toMatchObject({
      domainName: "llm.example.com",
      validationMethod: "DNS",
    });
    expect(typed(plan, "record:Record")).toHaveLength(1);
    expect(release(plan, "external-dns").inputs.values).toMatchObject({
      domainFilters: ["example.com"],
      txtOwnerId: "dynamo",
    });
  });

  it("makes no certificate where there is one", async () => {
    const plan = await planService(
      ({ cluster }) =>
        new Domain("dns", {
          cluster,
          hostedZone: "example.com",
          host: "example.com",
          certificateArn: "arn:aws:acm:us-west-2:123456789012:certificate/1",
          tags,
        }),
    );
    expect(typed(plan, "certificate:Certificate")).toEqual([]);
  });

  it("refuses a host outside of the zone", async () => {
    expect(await refusals(domain("llm.example.org") as never)).toEqual([
      'DYN-AWS-207 host: "llm.example.org" is not inside of "example.com"',
    ]);
  });
});

describe("ServingEntry", () => {
  const entry =
    (more: object = {}) =>
    ({ cluster }: { cluster: never }) =>
      new ServingEntry("qwen3", {
        cluster,
        namespace: "inference",
        ingressClassName: "alb",
        host: "llm.example.com",
        service: "qwen3-frontend",
        certificateArn: pulumi.output("arn:aws:acm:us-west-2:123456789012:certificate/1"),
        scheme: "internal",
        allowedCidrs: ["10.0.0.0/8"],
        tags,
        ...more,
      });

  it("serves the API over TLS to the named networks, with time for long streams", async () => {
    const plan = await planService(entry() as never);
    const { metadata, spec } = only(plan, "Ingress").inputs as never as {
      metadata: { annotations: Record<string, string> };
      spec: { rules: { http: { paths: { path: string; backend: object }[] } }[] };
    };
    const annotation = (key: string) => metadata.annotations[`alb.ingress.kubernetes.io/${key}`];
    expect(annotation("listen-ports")).toBe('[{"HTTPS":443}]');
    expect(annotation("inbound-cidrs")).toBe("10.0.0.0/8");
    expect(annotation("certificate-arn")).toBe("arn:aws:acm:us-west-2:123456789012:certificate/1");
    expect(annotation("load-balancer-attributes")).toContain("idle_timeout.timeout_seconds=3600");
    expect(spec.rules[0]?.http.paths.map(({ path }) => path)).toEqual(["/v1", "/health", "/live"]);
    expect(spec.rules[0]?.http.paths[0]?.backend).toEqual({
      service: { name: "qwen3-frontend", port: { number: 8000 } },
    });
  });

  it("refuses everybody and nobody", async () => {
    expect(
      await refusals(entry({ scheme: "internet-facing", allowedCidrs: ["0.0.0.0/0"] }) as never),
    ).toEqual([expect.stringMatching(/^DYN-AWS-208 allowedCidrs.0: 0.0.0.0\/0 lets everybody/)]);
    expect(await refusals(entry({ allowedCidrs: [] }) as never)).toEqual([
      expect.stringMatching(/^DYN-AWS-208 allowedCidrs: names no network/),
    ]);
  });

  it("writes access logs when there is a bucket", () => {
    const { metadata } = albIngress({
      name: "a",
      namespace: "b",
      ingressClassName: "alb",
      host: "c",
      service: "d",
      certificateArn: "e",
      scheme: "internal",
      allowedCidrs: ["10.0.0.0/8"],
      accessLogBucket: "logs",
    });
    expect(metadata.annotations["alb.ingress.kubernetes.io/load-balancer-attributes"]).toContain(
      "access_logs.s3.enabled=true,access_logs.s3.bucket=logs",
    );
  });
});
