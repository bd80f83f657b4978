// SPDX-License-Identifier: Apache-2.0
/** @module Every rule about the platform with one spoiled case, and the sound ones clean. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "@dynamo-iac/constructs";
import { codes, type Finding, formatPath, tokenText } from "@dynamo-iac/constructs/facts";
import {
  ArgoCdPlatform,
  checkPlatform,
  DynamoPlatform,
  type DynamoPlatformProps,
  FluxPlatform,
  type PlatformDelivery,
} from "@dynamo-iac/constructs/platform";
import { Chart, App as PlainApp } from "cdk8s";
import { describe, expect, it, onTestFinished } from "vitest";
import { chartMistakes } from "./chart-mistakes.js";
import { certificate, certificates, mistakes, mistakesForChart } from "./mistakes.js";

const both: readonly PlatformDelivery[] = ["objects", "chart"];

describe("the rules about the platform", () => {
  it.each(both)(
    "are silent about the defaults and about a rich installation, as %s",
    (delivery) => {
      expect(checkPlatform({}, delivery)).toEqual([]);
      expect(checkPlatform({ development: true }, delivery)).toEqual([]);
      const rich: DynamoPlatformProps = {
        image: { digest: `sha256:${"0".repeat(64)}`, tag: "latest" },
        registryMirror: "mirror.example.com:5000/dynamo",
        dockerRegistry: { server: "nvcr.io", existingSecretName: "ngc" },
        nats: { address: "nats://nats.platform.svc.cluster.local:4222" },
        etcd: { endpoints: ["https://a:2379", "http://b:2379", "c:2379"] },
        discoveryBackend: "etcd",
        grove: "external",
        kaiScheduler: "external",
        groveTerminationDelay: "1h30m",
        modelExpressURL: "http://mx.models.svc.cluster.local:8001",
        monitoring: { serviceMonitor: true, prometheusEndpoint: "https://p.example.com/prom" },
        webhooks: { certificates: { kind: "secret", caBundle: certificate } },
        serviceMesh: { tlsMode: "MUTUAL", clientCertificate: "/c", privateKey: "/k" },
        ingress: { className: "nginx", tlsSecretName: "t", virtualServiceGateway: "istio/main" },
        checkpoint: { storage: { pvcName: "c", basePath: "/c" } },
      };
      expect(checkPlatform(rich, delivery)).toEqual([]);
    },
  );

  it("know networks of both families", () => {
    const apiServerCidrs = ["10.0.0.0/8", "0.0.0.0/0", "2001:db8::/32", "::/0"];
    expect(checkPlatform({ networkPolicy: { apiServerCidrs } })).toEqual([]);
  });

  it("take TLS to NATS of a release that speaks it", () => {
    const nats = { address: "tls://nats:4222" };
    const found = checkPlatform({ version: "1.5.0", nats });
    expect(found.map(({ code }) => code)).toEqual(["DYN-PLAT-104"]);
  });

  it.each(mistakes)("fail with %s at %s", (code, path, props, message) => {
    expectOne(checkPlatform(props), code, path, message);
  });

  it.each(mistakesForChart)("fail the chart with %s at %s", (code, path, props, message) => {
    expectOne(checkPlatform(props, "chart"), code, path, message);
  });

  it("have a mistake for every code", () => {
    const area = Object.keys(codes).filter((code) => code.startsWith("DYN-PLAT-1"));
    const all = [...mistakes, ...mistakesForChart, ...chartMistakes].map(([code]) => code);
    // Two operators in one app are tested below.
    expect([...new Set([...all, "DYN-PLAT-119"])].toSorted()).toEqual(area.toSorted());
  });

  it("leave to a Pulumi program what only it learns", () => {
    const learned = tokenText(3);
    const props: DynamoPlatformProps = {
      nats: { address: learned },
      etcd: { endpoints: [learned, `${learned}:2379`] },
      modelExpressURL: learned,
      networkPolicy: { apiServerCidrs: [learned] },
      registryMirror: learned,
      webhooks: { certificates: { kind: "secret", caBundle: learned } },
    };
    expect(checkPlatform(props)).toEqual([]);
    const wrong = checkPlatform({ ...props, replicas: 0 });
    expect(wrong.map(({ code }) => code)).toEqual(["DYN-PLAT-108"]);
  });

  it("never repeat what may be a password or a key", () => {
    const secret = "hunter2";
    const texts = [
      checkPlatform({ nats: { address: `nats://user:${secret}@nats:4222` } }),
      checkPlatform({ etcd: { endpoints: [`http://root:${secret}@etcd:2379`] } }),
      checkPlatform(
        certificates({
          kind: "secret",
          caBundle: Buffer.from(`-----BEGIN PRIVATE KEY-----${secret}`).toString("base64"),
        }),
      ),
    ].map((found) => JSON.stringify(found));
    expect(texts.every((text) => text.includes("DYN-PLAT-"))).toBe(true);
    for (const text of texts) expect(text).not.toContain(secret);
  });

  it("are waived with a reason", () => {
    const waive = [{ code: "DYN-PLAT-109", reason: "one node" }] as const;
    expect(checkPlatform({ replicas: 1, waive })).toMatchObject([{ waived: "one node" }]);
  });
});

describe("findings of the constructs", () => {
  const outdir = () => {
    const folder = mkdtempSync(join(tmpdir(), "platform-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    return folder;
  };

  it("stop the synthesis of our App and of cdk8s' own, by objects and by chart", () => {
    for (const Platform of [DynamoPlatform, FluxPlatform, ArgoCdPlatform]) {
      for (const app of [new App({ outdir: outdir() }), new PlainApp({ outdir: outdir() })]) {
        new Platform(new Chart(app, "chart"), "platform", { replicas: 0 });
        expect(() => app.synth()).toThrow(/DYN-PLAT-108 DynamoPlatform\/dynamo-platform replicas/);
      }
    }
  });

  it("name the construct, and know the namespace of the chart", () => {
    const app = new App();
    const chart = new Chart(app, "chart", { namespace: "serving" });
    new DynamoPlatform(chart, "platform", { leaderElection: { namespace: "serving" } });
    expect(app.findings()).toMatchObject([{ code: "DYN-PLAT-111", construct: "chart/platform" }]);
  });

  it("forbid two cluster-wide operators, but not one beside a restricted one", () => {
    const app = new App();
    new DynamoPlatform(new Chart(app, "a", { namespace: "a" }), "platform");
    const one = { namespaceRestriction: {}, development: true };
    new DynamoPlatform(new Chart(app, "b", { namespace: "b" }), "platform", one);
    expect(app.findings()).toEqual([]);
    const other = { releaseName: "other" };
    new DynamoPlatform(new Chart(app, "c", { namespace: "c" }), "platform", other);
    expect(app.findings()).toMatchObject([
      { code: "DYN-PLAT-119", construct: "a/platform", message: "also cluster-wide: c/platform" },
      { code: "DYN-PLAT-119", construct: "c/platform" },
    ]);
    new FluxPlatform(new Chart(app, "d", { namespace: "d" }), "platform");
    const all = app.findings().filter(({ code }) => code === "DYN-PLAT-119");
    expect(all.map(({ message }) => message)).toEqual([
      "also cluster-wide: c/platform, d/platform",
      "also cluster-wide: a/platform, d/platform",
      "also cluster-wide: a/platform, c/platform",
    ]);
  });
});

function expectOne(all: readonly Finding[], code: string, path: string, message: RegExp): void {
  const found = all.filter(({ waived }) => waived === undefined);
  expect(found.map((each) => each.code)).toEqual([code]);
  expect(formatPath(found[0]?.path ?? [])).toBe(path);
  expect(found[0]?.message).toMatch(message);
  expect(found[0]?.fix).toMatch(/^[A-Z].*[.?]$/);
  expect(found[0]?.object).toMatch(/^DynamoPlatform\//);
}
