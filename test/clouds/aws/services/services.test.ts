// SPDX-License-Identifier: Apache-2.0
/** @module Services around a cluster: what they make, what they refuse, and whom they let in. */
import {
  Autoscaling,
  albIngress,
  BackupPlan,
  CostBudget,
  Domain,
  GpuSoftware,
  ImageBuild,
  LoadBalancerController,
  Observability,
  RegistryCache,
  Secrets,
  ServingEntry,
  Velero,
} from "@dynamo-iac/clouds/aws";
import { defineEnvironment } from "@dynamo-iac/clouds/environment";
import { FindingsError } from "@dynamo-iac/constructs/facts";
import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { hideSecrets } from "../../../support/clouds/plan-laws.js";
import { fullConfig } from "../../../support/environments.js";
import { keyArn, only, planService, region, release, tags, typed } from "./cluster.js";

/** Codes and paths of what is refused, before anything is made. */
async function refusals(build: Parameters<typeof planService>[0]): Promise<readonly string[]> {
  try {
    await planService(build);
  } catch (error) {
    if (error instanceof FindingsError)
      return error.findings.map(
        ({ code, path, message }) => `${code} ${path.join(".")}: ${message}`,
      );
    const text = (error as Error).message;
    return [...text.matchAll(/(DYN-AWS-\d+) \S+ (\S+): ([^\n]*)/g)].map(
      ([, code, path, message]) =>
        `${code} ${path?.replaceAll(/[[\]]+/g, ".").replace(/\.$/, "")}: ${message}`,
    );
  }
  return [];
}

const nodeRoleArns = { system: "arn:aws:iam::123456789012:role/system-nodes" };

describe("RegistryCache", () => {
  const cache = (more: object = {}) =>
    new RegistryCache("dyn", { region, keyArn, nodeRoleArns, tags, ...more });

  it("caches the registries that need no login, under one prefix and one key", async () => {
    const plan = await planService(() => cache());
    expect(
      typed(plan, "pullThroughCacheRule:PullThroughCacheRule").map(({ inputs }) => inputs),
    ).toEqual([
      { ecrRepositoryPrefix: "dyn/aws", upstreamRegistryUrl: "public.ecr.aws" },
      { ecrRepositoryPrefix: "dyn/k8s", upstreamRegistryUrl: "registry.k8s.io" },
      { ecrRepositoryPrefix: "dyn/quay", upstreamRegistryUrl: "quay.io" },
    ]);
    expect(
      only(plan, "repositoryCreationTemplate:RepositoryCreationTemplate").inputs,
    ).toMatchObject({
      prefix: "dyn",
      encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: keyArn }],
    });
  });

  it("lets nodes fetch into the cache's own repositories alone", async () => {
    const plan = await planService(() => cache());
    const policy = JSON.parse(
      String(only(plan, "rolePolicy:RolePolicy", "dyn-system").inputs.policy),
    );
    expect(only(plan, "rolePolicy:RolePolicy", "dyn-system").inputs.role).toBe("system-nodes");
    expect(policy.Statement[0].Resource[0]).toMatch(/:repository\/dyn\/\*$/);
  });

  it("refuses a prefix that ECR would not take, and Docker Hub without a login", async () => {
    const found = await refusals(() => cache({ prefix: "Dyn_x", upstreams: ["quay", "hub"] }));
    expect(found).toEqual([
      expect.stringMatching(/^DYN-AWS-201 prefix: .*got "Dyn_x"/),
      expect.stringMatching(/^DYN-AWS-202 upstreams.1: docker.io answers only those who log in/),
    ]);
  });
});

describe("ImageBuild", () => {
  const build = () =>
    new ImageBuild("vllm", {
      region,
      image: "vllm-custom",
      repository: "https://github.com/example/images.git",
      keyArn,
      tags,
    });

  it("never replaces an image, scans it, and keeps it when the component goes", async () => {
    const plan = await planService(build);
    const repository = only(plan, "repository:Repository");
    expect(repository.inputs).toMatchObject({
      imageTagMutability: "IMMUTABLE",
      imageScanningConfiguration: { scanOnPush: true },
    });
    expect(repository.protect).toBe(true);
    expect(repository.retainOnDelete).toBe(true);
  });

  it("may push to its own repository and nowhere else", async () => {
    const plan = await planService(build, "standard", "update");
    const { Statement } = JSON.parse(
      String(only(plan, "rolePolicy:RolePolicy", "vllm").inputs.policy),
    );
    const push = Statement.find(({ Sid }: { Sid: string }) => Sid === "Push");
    expect(push.Resource).toHaveLength(1);
    expect(push.Resource[0]).not.toBe("*");
  });
});

describe("Secrets", () => {
  const graphNamespaces = ["inference"] as const;

  it("makes a secret without a value, and reads exactly that one", async () => {
    const plan = await planService(
      ({ cluster }) => new Secrets("dyn", { cluster, graphNamespaces: [...graphNamespaces], tags }),
    );
    const secret = only(plan, "secret:Secret");
    expect(secret.inputs.name).toBe("dyn/hugging-face");
    expect(secret.protect).toBe(true);
    expect(typed(plan, "secretVersion:SecretVersion")).toEqual([]);
    const object = only(plan, "ExternalSecret", "inference/ExternalSecret/hf-token-secret");
    expect(object.inputs.spec).toMatchObject({ data: [{ secretKey: "HF_TOKEN" }] });
    expect(object.dependsOn.some((urn) => urn.includes("helm.sh/v3:Release"))).toBe(true);
  });

  it("gives the store to the namespaces of graphs only", async () => {
    const plan = await planService(
      ({ cluster }) => new Secrets("dyn", { cluster, graphNamespaces: [...graphNamespaces], tags }),
    );
    expect(only(plan, "ClusterSecretStore").inputs.spec).toEqual({
      conditions: [{ namespaces: ["inference"] }],
      provider: { aws: { service: "SecretsManager", region } },
    });
  });

  it("uses secrets of others by name, and makes the pull secret of nvcr.io", async () => {
    const plan = await planService(
      ({ cluster }) =>
        new Secrets("dyn", {
          cluster,
          graphNamespaces: [...graphNamespaces],
          huggingFaceSecret: "team/hf",
          registrySecret: "team/nvcr",
          tags,
        }),
      "standard",
      "update",
    );
    expect(typed(plan, "secret:Secret")).toEqual([]);
    expect(
      only(plan, "ExternalSecret", "inference/ExternalSecret/nvcr-imagepullsecret").inputs.spec,
    ).toMatchObject({
      target: { template: { type: "kubernetes.io/dockerconfigjson" } },
      data: [{ secretKey: "key", remoteRef: { key: "team/nvcr" } }],
    });
    const reader = typed(plan, "rolePolicy:RolePolicy").find(({ name }) => name === "dyn-reader");
    expect(String(reader?.inputs.policy)).toContain("secret:team/hf-??????");
  });

  it("never shows a literal token", async () => {
    const plan = await planService(
      ({ cluster }) =>
        new Secrets("dyn", {
          cluster,
          graphNamespaces: [...graphNamespaces],
          literalToken: pulumi.secret("hf_very_secret"),
          removal: "delete",
          tags,
        }),
    );
    expect(only(plan, "secretVersion:SecretVersion").inputs.secretString).toBe("[secret]");
    hideSecrets(plan, ["hf_very_secret"]);
  });

  it("refuses to write over the secret of somebody else", async () => {
    const found = await refusals(
      ({ cluster }) =>
        new Secrets("dyn", {
          cluster,
          graphNamespaces: [...graphNamespaces],
          huggingFaceSecret: "team/hf",
          literalToken: "hf_x",
          tags,
        }),
    );
    expect(found).toEqual([expect.stringMatching(/^DYN-AWS-206 literalToken: .*team\/hf/)]);
  });
});

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

describe("BackupPlan", () => {
  const resources = { files: "arn:aws:elasticfilesystem:us-west-2:123456789012:file-system/fs-1" };

  it("keeps daily backups, and monthly ones in cold storage, and copies both", async () => {
    const plan = await planService(
      () =>
        new BackupPlan("backup", {
          region,
          resources,
          keyArn,
          monthlyRetentionDays: 365,
          copyRegion: "us-east-2",
          tags,
        }),
    );
    expect(typed(plan, "vault:Vault").map(({ name, inputs }) => [name, inputs.region])).toEqual([
      ["backup", undefined],
      ["backup-copy", "us-east-2"],
    ]);
    expect(only(plan, "plan:Plan").inputs.rules).toMatchObject([
      {
        ruleName: "daily",
        lifecycle: { deleteAfter: 35 },
        copyActions: [{ lifecycle: { deleteAfter: 35 } }],
      },
      { ruleName: "monthly", lifecycle: { coldStorageAfter: 30, deleteAfter: 365 } },
    ]);
    expect(typed(plan, "vault:Vault").every(({ protect }) => protect === true)).toBe(true);
  });

  it("refuses cold storage for too short a time, and a copy beside the original", async () => {
    const found = await refusals(
      () =>
        new BackupPlan("backup", {
          region,
          resources,
          keyArn,
          monthlyRetentionDays: 60,
          copyRegion: region,
          tags,
        }),
    );
    expect(found).toEqual([
      expect.stringMatching(/^DYN-AWS-203 monthlyRetentionDays: must be at least 120, .* got 60/),
      expect.stringMatching(
        /^DYN-AWS-204 copyRegion: "us-west-2" is the region of the vault itself/,
      ),
    ]);
  });

  it("refuses to back up nothing", async () => {
    expect(
      await refusals(() => new BackupPlan("backup", { region, resources: {}, keyArn, tags })),
    ).toEqual([expect.stringMatching(/^DYN-AWS-209 resources: names nothing/)]);
  });
});

describe("CostBudget", () => {
  const costTag = { key: "Environment", value: "dynamo-prod" };

  it("tells people of what is spent, forecast, and out of the ordinary", async () => {
    const plan = await planService(
      () =>
        new CostBudget("budget", { monthlyUsd: 50_000, emails: ["a@example.com"], costTag, tags }),
    );
    const { inputs } = only(plan, "budget:Budget");
    expect(inputs).toMatchObject({
      limitAmount: "50000",
      costFilters: [{ name: "TagKeyValue", values: ["user:Environment$dynamo-prod"] }],
    });
    expect(
      (inputs.notifications as { threshold: number; notificationType: string }[]).map(
        ({ threshold, notificationType }) => `${threshold} ${notificationType}`,
      ),
    ).toEqual(["50 ACTUAL", "80 ACTUAL", "100 ACTUAL", "100 FORECASTED"]);
    expect(only(plan, "anomalySubscription:AnomalySubscription").inputs).toMatchObject({
      frequency: "DAILY",
    });
  });

  it("refuses a budget of nothing for nobody", async () => {
    expect(
      await refusals(() => new CostBudget("budget", { monthlyUsd: 0, emails: [], costTag, tags })),
    ).toEqual([
      expect.stringMatching(/^DYN-AWS-205 monthlyUsd: must be above 0, got 0/),
      expect.stringMatching(/^DYN-AWS-205 emails: must name 1 to 10 people, names 0/),
    ]);
  });
});

describe("Velero", () => {
  it("writes a versioned bucket that stays, with rights on it alone", async () => {
    const plan = await planService(
      ({ cluster }) => new Velero("velero", { cluster, keyArn, namespaces: ["inference"], tags }),
    );
    expect(only(plan, "bucket:Bucket").protect).toBe(true);
    expect(typed(plan, "bucketVersioning:BucketVersioning")).toHaveLength(1);
    expect(release(plan, "velero").inputs.values).toMatchObject({
      credentials: { useSecret: false },
      schedules: { nightly: { template: { includedNamespaces: ["inference"], ttl: "840h" } } },
    });
  });
});

describe("Observability", () => {
  const build =
    (settings: ReturnType<typeof defineEnvironment>["observability"]) =>
    ({ cluster }: { cluster: never }) =>
      new Observability("watch", {
        cluster,
        settings,
        storageClass: "gp3",
        keyArn,
        platformNamespaces: ["dynamo-system"],
        externalSecrets: [],
        tags,
      });
  const full = defineEnvironment(fullConfig, "aws").observability;

  it("watches metrics, logs and traces, and wires one to the other", async () => {
    const plan = await planService(build(full) as never);
    expect(
      typed(plan, "Release")
        .map(({ inputs }) => inputs.chart)
        .toSorted(),
    ).toEqual(["alloy", "kube-prometheus-stack", "loki", "tempo"]);
    expect(release(plan, "kube-prometheus-stack").inputs.values).toMatchObject({
      prometheus: {
        prometheusSpec: { replicas: 2, retention: "15d", enableRemoteWriteReceiver: true },
      },
      grafana: { additionalDataSources: [{ uid: "loki" }, { uid: "tempo" }] },
    });
  });

  it("keeps logs and traces in buckets that nobody else can open, a week longer than their programs", async () => {
    const plan = await planService(build(full) as never);
    expect(typed(plan, "bucket:Bucket").map(({ name }) => name)).toEqual([
      "watch-logs",
      "watch-traces",
    ]);
    expect(
      typed(plan, "bucketPublicAccessBlock:BucketPublicAccessBlock").map(({ inputs }) => inputs),
    ).toEqual([
      expect.objectContaining({ blockPublicAcls: true, restrictPublicBuckets: true }),
      expect.objectContaining({ blockPublicAcls: true, restrictPublicBuckets: true }),
    ]);
    const rules = typed(plan, "bucketLifecycleConfiguration:BucketLifecycleConfiguration").map(
      ({ inputs }) =>
        (inputs.rules as { id: string; expiration?: { days: number } }[]).find(
          ({ id }) => id === "old",
        ),
    );
    expect(rules.map((rule) => rule?.expiration?.days)).toEqual([38, 14]);
  });

  it("lets Grafana's password be made in the cluster: no program and no plan knows it", async () => {
    const plan = await planService(build(full) as never);
    expect(only(plan, "Password").name).toBe("monitoring/Password/grafana-admin");
    expect(release(plan, "kube-prometheus-stack").inputs.values).toMatchObject({
      grafana: { admin: { existingSecret: "grafana-admin" } },
    });
  });

  it("is Prometheus alone when nothing else is wanted", async () => {
    const settings = {
      ...full,
      logs: { ...full.logs, enabled: false },
      traces: { ...full.traces, enabled: false },
    };
    const plan = await planService(build(settings) as never);
    expect(typed(plan, "Release").map(({ inputs }) => inputs.chart)).toEqual([
      "kube-prometheus-stack",
    ]);
    expect(typed(plan, "bucket:Bucket")).toEqual([]);
  });
});

describe("Autoscaling and GpuSoftware", () => {
  it("bring KEDA and Karpenter, each where it is wanted", async () => {
    const plan = await planService(
      ({ cluster }) =>
        new Autoscaling("scale", {
          cluster,
          kedaNamespace: "keda",
          karpenter: {
            outputs: { interruptionQueueName: pulumi.output("queue") },
            namespace: "karpenter",
            serviceAccount: "karpenter",
          },
          tags,
        }),
    );
    expect(release(plan, "karpenter").inputs.values).toMatchObject({
      settings: { clusterName: "dynamo", interruptionQueue: "queue" },
    });
    expect(release(plan, "keda").inputs.values).toMatchObject({
      rbac: { scaledRefKinds: [{ apiGroup: "nvidia.com" }, {}, {}] },
    });
  });

  it("bring the charts that follow from the pools, one release each", async () => {
    const chart = (name: string) => ({
      chart: name,
      repository: "https://charts.example.com",
      version: "1.2.3",
      namespace: "gpu-operator",
      values: { driver: { enabled: false } },
    });
    const plan = await planService(
      ({ cluster }) =>
        new GpuSoftware("gpu", { cluster, charts: [chart("gpu-operator"), chart("efa")], tags }),
    );
    expect(release(plan, "gpu-operator").inputs).toMatchObject({
      name: "gpu-operator",
      namespace: "gpu-operator",
      version: "1.2.3",
      values: { driver: { enabled: false } },
    });
    expect(typed(plan, "Release")).toHaveLength(2);
  });
});
