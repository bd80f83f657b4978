// SPDX-License-Identifier: Apache-2.0
/** @module The operator's objects on a real API server, with its rights put to use, and beside a chart rendered by Helm. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import {
  type DynamoPlatformProps,
  platformChartValues,
  platformObjects,
} from "@dynamo-iac/constructs/platform";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { disagreements } from "../support/platform-meaning.js";
import type { KubernetesObject } from "./support/api-client.js";
import { type Cluster, startCluster } from "./support/cluster.js";
import { definitionsOf, dynamoCrds, dynamoDefinitions } from "./support/crds.js";
import { helmTemplate } from "./support/helm.js";
import { findPrograms } from "./support/programs.js";
import { count, timed } from "./support/report.js";

const programs = findPrograms("etcd", "kube-apiserver", "kubectl");
const helm = findPrograms("helm");

/** Archive or folder of the official chart 1.4.0, which cannot be had everywhere. */
const officialChart = process.env.DYNAMO_PLATFORM_CHART;
const smallChart = resolve(__dirname, "charts/small-operator");

const caBundle = Buffer.from("-----BEGIN CERTIFICATE-----\nMIIB\n").toString("base64");

const everything: DynamoPlatformProps = {
  createNamespace: true,
  image: { digest: `sha256:${"a".repeat(64)}`, pullPolicy: "Always" },
  imagePullSecrets: ["ngc"],
  dockerRegistry: { server: "nvcr.io", existingSecretName: "ngc" },
  replicas: 3,
  spread: "preferred",
  tolerations: [{ key: "platform", operator: "Exists" }],
  podLabels: { team: "platform" },
  podAnnotations: { note: "text" },
  serviceAccountAnnotations: { "example.com/role": "operator" },
  componentServiceAccountAnnotations: { "example.com/role": "component" },
  env: [{ name: "GOMEMLIMIT", value: "1800MiB" }],
  webhooks: { certificates: { kind: "cert-manager" }, timeoutSeconds: 20 },
  nats: { address: "nats://nats:4222" },
  etcd: { endpoints: ["a:2379", "b:2379"] },
  grove: "external",
  kaiScheduler: "external",
  modelExpressURL: "http://mx:8001",
  monitoring: {
    serviceMonitor: true,
    podMonitors: "nixl",
    prometheusEndpoint: "http://prometheus:9090",
  },
  serviceMesh: { tlsMode: "MUTUAL", clientCertificate: "/c", privateKey: "/k" },
  ingress: { className: "nginx", tlsSecretName: "tls", virtualServiceGateway: "istio/main" },
  checkpoint: { storage: { pvcName: "checkpoints", basePath: "/checkpoints", size: "1Ti" } },
};

/** Only the objects say these. */
const objectsOnly: DynamoPlatformProps = {
  ...everything,
  nodeSelector: { pool: "cpu" },
  priorityClassName: "system-cluster-critical",
  logging: { level: "debug", format: "text" },
  networkPolicy: { apiServerCidrs: ["10.0.0.0/28"] },
  lws: true,
  dra: false,
};

/** Each with a release and a namespace of its own, because cluster roles share one cluster. */
const forms: Readonly<Record<string, DynamoPlatformProps>> = {
  "the defaults": { releaseName: "a", namespace: "a", createNamespace: true },
  everything: { ...objectsOnly, releaseName: "b", namespace: "b" },
  "one namespace": {
    releaseName: "c",
    namespace: "c",
    createNamespace: true,
    development: true,
    namespaceRestriction: {},
  },
  "a certificate of somebody else": {
    releaseName: "d",
    namespace: "d",
    createNamespace: true,
    webhooks: { certificates: { kind: "secret", caBundle } },
  },
};

describe.skipIf(programs === undefined || dynamoCrds === undefined)("an API server", () => {
  let started: Cluster | undefined;
  const cluster = () => {
    if (started === undefined) throw new Error("the cluster did not start");
    return started;
  };
  beforeAll(async () => {
    if (programs === undefined) return;
    started = await timed("start etcd and API server", () => startCluster(programs));
    const objects = Object.values(forms).flatMap(rendered);
    await cluster().define([...definitionsOf(objects), ...dynamoDefinitions("v1beta1")]);
  }, 180_000);
  afterAll(() => started?.stop());

  it.each(Object.entries(forms))(
    "takes the operator with %s, and the same again without a change",
    async (_form, props) => {
      const objects = rendered(props);
      const first = await cluster().apply(objects);
      // The namespace is at the Pod Security level restricted, and warns of pods that are not.
      expect(first.flatMap(({ error, warnings }) => [error, ...warnings]).filter(Boolean)).toEqual(
        [],
      );
      const second = await cluster().apply(objects);
      expect(second.map(({ resourceVersion }) => resourceVersion)).toEqual(
        first.map(({ resourceVersion }) => resourceVersion),
      );
      await withdraw(objects);
      count("platform objects applied", objects.length);
    },
  );

  describe("with the operator's rights", () => {
    const operator =
      "system:serviceaccount:dynamo-system:dynamo-platform-dynamo-operator-controller-manager";
    const role = (name: string) => `dynamo-platform-dynamo-operator-${name}`;
    const as = (...args: readonly string[]) => cluster().kubectl(...args, `--as=${operator}`);
    const bind = (name: string, clusterRole: string) =>
      as("create", "rolebinding", name, "-n", "graphs", `--clusterrole=${clusterRole}`, "--user=x");

    beforeAll(async () => {
      const objects = rendered({ createNamespace: true }).filter(
        ({ kind }) => !kind.endsWith("WebhookConfiguration"),
      );
      const namespace = { apiVersion: "v1", kind: "Namespace", metadata: { name: "graphs" } };
      const written = await cluster().apply([...objects, namespace]);
      expect(written.flatMap(({ error }) => error ?? [])).toEqual([]);
    });

    it.each(["planner", "epp", "dgdr-profiling"])(
      "lets it bind the role %s in the namespace of a graph",
      async (name) => {
        expect((await bind(name, role(name))).stdout).toContain(`${name} created`);
      },
    );

    it("refuses it a role beyond its own rights", async () => {
      await expect(bind("admin", "cluster-admin")).rejects.toThrow(/forbidden/);
    });

    it("refuses it the role of profiling jobs when GPU discovery is off, as our finding says", async () => {
      const reader = `${role("dynamo-system")}-gpu-discovery`;
      await cluster().kubectl("delete", "clusterrolebinding", reader);
      await expect(bind("late", role("dgdr-profiling"))).rejects.toThrow(/forbidden/);
    });

    it("lets it make the role with which workers find one another", async () => {
      const discovery = {
        apiVersion: "rbac.authorization.k8s.io/v1",
        kind: "Role",
        metadata: { name: "qwen-k8s-service-discovery-role", namespace: "graphs" },
        rules: [
          { apiGroups: [""], resources: ["endpoints", "pods"], verbs: ["get", "list", "watch"] },
          {
            apiGroups: ["discovery.k8s.io"],
            resources: ["endpointslices"],
            verbs: ["get", "list", "watch"],
          },
          {
            apiGroups: ["nvidia.com"],
            resources: ["dynamoworkermetadatas"],
            verbs: ["create", "delete", "get", "list", "patch", "update", "watch"],
          },
        ],
      };
      const { stdout } = await asWritten(discovery, as);
      expect(stdout).toContain("qwen-k8s-service-discovery-role");
    });

    it.each([
      ["patch", "customresourcedefinitions.apiextensions.k8s.io", "graphs"],
      ["patch", "validatingwebhookconfigurations.admissionregistration.k8s.io", "graphs"],
      ["create", "leases.coordination.k8s.io", "kube-system"],
      ["create", "tokenreviews.authentication.k8s.io", "graphs"],
      ["update", "dynamographdeployments.nvidia.com/status", "graphs"],
      ["create", "secrets", "dynamo-system"],
    ])("lets it %s %s", async (verb, resource, namespace) => {
      const [plain = "", part] = resource.split("/");
      const subresource = part === undefined ? [] : [`--subresource=${part}`];
      const { stdout } = await as("auth", "can-i", verb, plain, "-n", namespace, ...subresource);
      expect(stdout.trim()).toBe("yes");
    });

    it.each([
      ["create", "nodes"],
      ["delete", "namespaces"],
      ["impersonate", "users"],
      ["escalate", "clusterroles.rbac.authorization.k8s.io"],
    ])("does not let it %s %s", async (verb, resource) => {
      // kubectl exits with 1 for a "no".
      await expect(as("auth", "can-i", verb, resource)).rejects.toMatchObject({ stdout: "no\n" });
    });
  });

  it("stores no graph while no operator answers, but goes on making pods", async () => {
    const objects = rendered({ releaseName: "w", namespace: "w", createNamespace: true });
    await cluster().apply(objects);
    const graph: KubernetesObject = {
      apiVersion: "nvidia.com/v1beta1",
      kind: "DynamoGraphDeployment",
      metadata: { name: "graph", namespace: "w" },
      spec: { components: [{ name: "frontend", type: "frontend" }] },
    };
    const account: KubernetesObject = {
      apiVersion: "v1",
      kind: "ServiceAccount",
      metadata: { name: "default", namespace: "w" },
    };
    const pod: KubernetesObject = {
      apiVersion: "v1",
      kind: "Pod",
      metadata: { name: "pod", namespace: "w" },
      spec: {
        automountServiceAccountToken: false,
        securityContext: { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } },
        containers: [
          {
            name: "main",
            image: "busybox:1.36",
            securityContext: {
              allowPrivilegeEscalation: false,
              capabilities: { drop: ["ALL"] },
            },
          },
        ],
      },
    };
    const refusal = /failed calling webhook "mdynamographdeployment\.kb\.io"/;
    await until(async () => refusal.test((await cluster().apply([graph]))[0]?.error ?? ""));
    const [, written] = await cluster().apply([account, pod]);
    expect(written?.error).toBeUndefined();
    await withdraw(objects);
  });

  /** Webhooks and rights of one form must not meet the next. */
  async function withdraw(objects: readonly KubernetesObject[]): Promise<void> {
    for (const object of objects.filter(({ kind }) => /^(Cluster|.*Webhook)/.test(kind)))
      await cluster().client.delete(object);
  }

  /** The API server learns of a webhook configuration a moment after it is stored. */
  async function until(isTrue: () => Promise<boolean>): Promise<void> {
    for (let tries = 0; tries < 100; tries += 1) if (await isTrue()) return;
    throw new Error("still not so after 100 requests");
  }
});

describe.skipIf(helm === undefined)("a chart that Helm renders from our values", () => {
  const rendering = (chart: string, props: DynamoPlatformProps, set: readonly string[] = []) => {
    if (helm === undefined) throw new Error("no helm");
    const { releaseName = "dynamo-platform", namespace = "dynamo-system" } = props;
    const values = platformChartValues(props);
    return helmTemplate(helm, { chart, releaseName, namespace, values, set });
  };

  /** Our objects, as far as the small chart has them too. */
  const counterpart = (props: DynamoPlatformProps, chart: readonly KubernetesObject[]) => {
    const names = new Set(chart.map(({ kind, metadata }) => `${kind}/${metadata.name}`));
    return rendered(props).filter(({ kind, metadata }) => names.has(`${kind}/${metadata.name}`));
  };

  const variants: Readonly<Record<string, DynamoPlatformProps>> = {
    "the defaults": {},
    "other settings": {
      releaseName: "other",
      namespace: "serving",
      replicas: 1,
      crds: "external",
      image: { repository: "registry.example.com/operator", tag: "1.4.0-mine" },
      env: [{ name: "GOMEMLIMIT", value: "1800MiB" }],
      webhooks: { certificates: { kind: "secret", caBundle }, timeoutSeconds: 20 },
      nats: { address: "nats://nats:4222" },
      grove: "external",
      kaiScheduler: "external",
      clusterDomain: "k8s.internal",
      readOnlyRootFilesystem: false,
    },
  };

  it.each(Object.entries(variants))(
    "is found to agree with our objects when it does, with %s",
    async (_what, props) => {
      const chart = await rendering(smallChart, props);
      const ours = counterpart(props, chart);
      expect(ours).toHaveLength(chart.length);
      expect(disagreements(ours, chart)).toEqual([]);
      count("chart objects compared", chart.length);
    },
  );

  it("is found to differ in every planted difference, and in nothing else", async () => {
    const chart = await rendering(smallChart, {}, ["spoiled=true"]);
    const found = disagreements(counterpart({}, chart), chart).map(({ aspect, only, line }) =>
      [aspect, only, line.slice(line.indexOf(": ") + 2)].join(" | "),
    );
    const image = "vdynamographdeployment.kb.io service.path=";
    expect(found.toSorted()).toEqual(
      [
        "rbac | first | patch nvidia.com/dynamocomponentdeployments",
        "rbac | first | patch nvidia.com/dynamographdeployments",
        `webhooks | first | ${image}/validate/nvidia.com/v1beta1/dynamographdeployments`,
        `webhooks | second | ${image}/wrong`,
        "pods | first | manager argument --operator-image-pull-policy=IfNotPresent",
        "pods | second | manager argument --operator-image-pull-policy=Always",
        "ports | first | manager metrics 8080/TCP",
        "ports | second | manager metrics 8443/TCP",
        "configuration | first | server.metrics.secure=true",
        "configuration | second | server.metrics.secure=false",
      ].toSorted(),
    );
  });

  const compared: Readonly<Record<string, DynamoPlatformProps>> = { ...variants, everything };

  it.skipIf(officialChart === undefined).each(Object.entries(compared))(
    "agrees with our objects when it is the official one, with %s",
    async (_what, props) => {
      const chart = await rendering(officialChart ?? "", props);
      const aspects = ["rbac", "webhooks", "pods", "ports", "configuration"] as const;
      expect(disagreements(rendered(props), chart, aspects)).toEqual([]);
      count("chart objects compared", chart.length);
    },
  );
});

function rendered(props: DynamoPlatformProps): KubernetesObject[] {
  return JSON.parse(JSON.stringify(platformObjects(props)));
}

/** Writes one object through kubectl, as somebody else. */
async function asWritten(
  object: KubernetesObject,
  as: (...args: readonly string[]) => Promise<{ readonly stdout: string }>,
): Promise<{ readonly stdout: string }> {
  const folder = mkdtempSync(join(tmpdir(), "dynamo-iac-object-"));
  try {
    const file = join(folder, "object.json");
    writeFileSync(file, JSON.stringify(object));
    return await as("create", "-f", file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
