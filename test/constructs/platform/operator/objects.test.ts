// SPDX-License-Identifier: Apache-2.0
import { createHash } from "node:crypto";
import { tokenText } from "@dynamo-iac/constructs/facts";
import { type DynamoPlatformProps, platformObjects } from "@dynamo-iac/constructs/platform";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { meaningOf } from "../../../support/platform-meaning.js";
import { hasThirdPartySchemas, schemaErrors } from "../../../support/third-party.js";
import {
  addedRules,
  clusterWideRules,
  furtherRoles,
  generatedRules,
  grantsOf,
  inventory,
  webhookTable,
} from "./tables.js";

const full = "dynamo-platform-dynamo-operator";
const namespace = "dynamo-system";
const named = (text: string) => text.replace(/\bF\b/, full).replace(/\bNS\b/, namespace);

// biome-ignore lint/suspicious/noExplicitAny: a test says by itself where it looks
type Written = any;

function render(props: DynamoPlatformProps = {}): readonly Written[] {
  return JSON.parse(JSON.stringify(platformObjects(props)));
}

function only(objects: readonly Written[], kind: string, name?: string): Written {
  const found = objects.filter(
    (each) => each.kind === kind && (name === undefined || each.metadata.name === named(name)),
  );
  if (found.length !== 1) throw new Error(`${found.length} of ${kind} ${name ?? ""}`);
  return found[0];
}

const identity = (each: Written) => `${each.kind} ${each.metadata.name}`;
const podOf = (props: DynamoPlatformProps = {}) => only(render(props), "Deployment").spec.template;
const managerOf = (props: DynamoPlatformProps = {}) => podOf(props).spec.containers[0];
const configOf = (props: DynamoPlatformProps = {}): Written =>
  load(only(render(props), "ConfigMap").data["config.yaml"]);

describe("the objects of the operator", () => {
  it("are those of the chart under its names, and what one replica or a cluster alone lacks", () => {
    const ours = ["PodDisruptionBudget F-controller-manager", "NetworkPolicy F-controller-manager"];
    expect(render().map(identity).toSorted()).toEqual(
      [...inventory, ...ours].map(named).toSorted(),
    );
    const chartLike = render({ replicas: 1, networkPolicy: false });
    expect(chartLike.map(identity).toSorted()).toEqual(inventory.map(named).toSorted());
  });

  it("are all in the operator's namespace, or in none", () => {
    const cluster = /^(Cluster|Validating|Mutating)/;
    for (const { kind, metadata } of render())
      expect(metadata.namespace, kind).toBe(cluster.test(kind) ? undefined : namespace);
  });

  it("take their names from the release, cut to 63 characters", () => {
    const name = (releaseName: string) => only(render({ releaseName }), "ConfigMap").metadata.name;
    expect(name("serving")).toBe("serving-dynamo-operator-config");
    expect(name("my-dynamo-operator")).toBe("my-dynamo-operator-config");
    expect(name("a".repeat(53))).toBe(`${"a".repeat(53)}-dynamo-op-config`);
    expect(name("a".repeat(62))).toBe(`${"a".repeat(62)}-config`);
  });

  it("carry nothing that is undefined, so that every tool writes the same", () => {
    const text = JSON.stringify(platformObjects());
    expect(text).toBe(JSON.stringify(render()));
    expect(render()).toEqual(render());
  });
});

describe("the rights of the operator", () => {
  const grants = (objects: readonly Written[], role: string) =>
    [...(meaningOf(objects.filter((each) => identity(each) === role)).get("rbac") ?? [])]
      .map((line) => line.slice(line.indexOf(": ") + 2))
      .toSorted();
  const sorted = (rows: string) => [...new Set(grantsOf(rows))].toSorted();

  it("are the union of what the chart's tables say, not more and not less", () => {
    const all = [generatedRules, addedRules, clusterWideRules].join("");
    expect(grants(render(), named("ClusterRole F-manager-role"))).toEqual(sorted(all));
  });

  it.each(Object.entries(furtherRoles))("are those of the table in %s", (role, rows) => {
    expect(grants(render(), `ClusterRole ${named(role)}`)).toEqual(sorted(rows));
  });

  it("reach one Secret by name, and all by creation", () => {
    const { rules } = only(render(), "Role", "F-webhook-cert-manager");
    expect(rules).toEqual([
      {
        apiGroups: [""],
        resources: ["secrets"],
        verbs: ["get", "list", "watch", "update", "patch"],
        resourceNames: ["webhook-server-cert"],
      },
      { apiGroups: [""], resources: ["secrets"], verbs: ["create"] },
    ]);
  });

  it("are bound to the operator's account, and those of profiling to the profiling job's", () => {
    const bindings = render().filter(({ kind }) => kind.endsWith("Binding"));
    for (const each of bindings) {
      const profiling = each.metadata.name.endsWith("dgdr-profiling");
      const name = profiling ? "dgdr-profiling-job" : `${full}-controller-manager`;
      expect(each.subjects).toEqual([{ kind: "ServiceAccount", name, namespace }]);
      expect(render().map(identity)).toContain(`${each.roleRef.kind} ${each.roleRef.name}`);
    }
  });

  it("hold everything that the operator grants to others, or Kubernetes would refuse it", () => {
    const own = new Set(grants(render(), named("ClusterRole F-manager-role")));
    const given = ["F-planner", "F-epp", "F-dgdr-profiling"].flatMap((role) =>
      grants(render(), `ClusterRole ${named(role)}`),
    );
    const lacking = given.filter((line) => !own.has(line));
    // The operator reads nodes through its role for GPU discovery.
    expect(lacking).toEqual(["list core/nodes", "watch core/nodes"]);
  });

  it("of GPU discovery go with its switch", () => {
    const names = render({ gpuDiscovery: false }).map(identity);
    expect(names).not.toContain(named("ClusterRole F-NS-gpu-discovery"));
    expect(render()).toHaveLength(names.length + 2);
  });
});

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

describe("the pods", () => {
  it("write the CRDs of their release first", () => {
    const [init] = podOf().spec.initContainers;
    expect(init).toMatchObject({
      name: "crd-apply",
      command: ["/crd-apply"],
      args: [
        "--crds-dir=/opt/dynamo-operator/crds/",
        "--version=1.4.0",
        `--conversion-webhook-service-name=${full}-webhook-service`,
        `--conversion-webhook-service-namespace=${namespace}`,
      ],
    });
    expect(podOf({ crds: "external" }).spec.initContainers).toBeUndefined();
  });

  it("run the manager as the chart does", () => {
    const image = "nvcr.io/nvidia/ai-dynamo/kubernetes-operator:1.4.0";
    expect(managerOf()).toMatchObject({
      image,
      command: ["/manager"],
      args: [
        "--config=/etc/dynamo-operator/config.yaml",
        "--operator-version=1.4.0",
        `--operator-image=${image}`,
        "--operator-image-pull-policy=IfNotPresent",
      ],
      ports: [
        { name: "metrics", containerPort: 8080, protocol: "TCP" },
        { name: "webhook-server", containerPort: 9443, protocol: "TCP" },
      ],
      livenessProbe: {
        httpGet: { path: "/healthz", port: 8081 },
        initialDelaySeconds: 15,
        periodSeconds: 20,
      },
      readinessProbe: {
        httpGet: { path: "/readyz", port: 8081 },
        initialDelaySeconds: 5,
        periodSeconds: 10,
        timeoutSeconds: 5,
      },
      resources: {
        requests: { cpu: "512m", memory: "1Gi" },
        limits: { cpu: "1024m", memory: "2Gi" },
      },
    });
    expect(managerOf().env.map(({ name }: Written) => name)).toEqual([
      "KUBERNETES_CLUSTER_DOMAIN",
      "POD_SERVICE_ACCOUNT",
      "POD_NAMESPACE",
    ]);
  });

  it("start before the certificate is there", () => {
    expect(podOf().spec.volumes).toEqual([
      { name: "operator-config", configMap: { name: `${full}-config` } },
      {
        name: "cert",
        secret: { secretName: "webhook-server-cert", defaultMode: 420, optional: true },
      },
    ]);
    expect(managerOf().volumeMounts).toEqual([
      { name: "operator-config", mountPath: "/etc/dynamo-operator", readOnly: true },
      { name: "cert", mountPath: "/tmp/k8s-webhook-server/serving-certs", readOnly: true },
    ]);
  });

  it("fit the restricted Pod Security level", () => {
    const { securityContext, initContainers, containers } = podOf().spec;
    expect(securityContext).toEqual({
      runAsNonRoot: true,
      seccompProfile: { type: "RuntimeDefault" },
    });
    for (const each of [...initContainers, ...containers])
      expect(each.securityContext).toEqual({
        allowPrivilegeEscalation: false,
        capabilities: { drop: ["ALL"] },
        readOnlyRootFilesystem: true,
        runAsNonRoot: true,
        seccompProfile: { type: "RuntimeDefault" },
      });
    const writable = managerOf({ readOnlyRootFilesystem: false }).securityContext;
    expect(writable).not.toHaveProperty("readOnlyRootFilesystem");
  });

  it("are two, on two nodes, of which one stays through rollouts and drains", () => {
    const objects = render();
    const { spec } = only(objects, "Deployment");
    expect(spec).toMatchObject({
      replicas: 2,
      strategy: { type: "RollingUpdate", rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } },
    });
    const [term] =
      podOf().spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution;
    expect(term).toEqual({
      labelSelector: { matchLabels: spec.selector.matchLabels },
      topologyKey: "kubernetes.io/hostname",
    });
    expect(only(objects, "PodDisruptionBudget").spec).toEqual({
      minAvailable: 1,
      unhealthyPodEvictionPolicy: "AlwaysAllow",
      selector: { matchLabels: spec.selector.matchLabels },
    });
    const single = render({ development: true });
    expect(only(single, "Deployment").spec).toMatchObject({
      replicas: 1,
      strategy: { type: "Recreate" },
    });
    expect(single.map(({ kind }) => kind)).not.toContain("PodDisruptionBudget");
  });

  it("are started anew by a changed configuration, and only then", () => {
    const checksum = (props: DynamoPlatformProps) =>
      podOf(props).metadata.annotations["checksum/config"];
    const text = only(render(), "ConfigMap").data["config.yaml"];
    expect(checksum({})).toBe(createHash("sha256").update(text).digest("hex"));
    expect(checksum({ grove: "external" })).not.toBe(checksum({}));
    expect(checksum({ podAnnotations: { team: "a" } })).toBe(checksum({}));
  });

  it("are started anew by what only a Pulumi program learns", () => {
    const note = (props: DynamoPlatformProps) =>
      podOf(props).metadata.annotations["dynamo-iac/learned-config"];
    const [url, host] = [tokenText(7), tokenText(8)];
    expect(note({})).toBeUndefined();
    expect(note({ modelExpressURL: url, nats: { address: `nats://${host}:4222` } })).toBe(
      `${host} ${url}`,
    );
  });

  it("take labels, annotations, places and Secrets, but keep what selects them", () => {
    const template = podOf({
      podLabels: { team: "a", "control-plane": "mine" },
      podAnnotations: { note: "b" },
      tolerations: [{ key: "platform", operator: "Exists" }],
      nodeSelector: { pool: "cpu" },
      priorityClassName: "high",
      imagePullSecrets: ["ngc"],
    });
    expect(template.metadata.labels).toMatchObject({
      team: "a",
      "control-plane": "controller-manager",
    });
    expect(template.metadata.annotations).toMatchObject({ note: "b" });
    expect(template.spec).toMatchObject({
      tolerations: [{ key: "platform" }],
      nodeSelector: { pool: "cpu" },
      priorityClassName: "high",
      imagePullSecrets: [{ name: "ngc" }],
    });
  });
});

describe("what stands around the pods", () => {
  it("is a Service for webhooks and one for metrics", () => {
    const objects = render();
    const { matchLabels } = only(objects, "Deployment").spec.selector;
    expect(only(objects, "Service", "F-webhook-service").spec).toEqual({
      selector: matchLabels,
      ports: [{ name: "webhook", port: 443, protocol: "TCP", targetPort: 9443 }],
    });
    expect(only(objects, "Service", "F").spec).toEqual({
      type: "ClusterIP",
      selector: matchLabels,
      ports: [{ name: "metrics", port: 8080, protocol: "TCP", targetPort: "metrics" }],
    });
    const without = render({ monitoring: { metricsService: false } });
    expect(without.filter(({ kind }) => kind === "Service")).toHaveLength(1);
  });

  it("is a network policy that lets API servers in on 9443 and Prometheus on 8080", () => {
    const { spec } = only(render(), "NetworkPolicy");
    expect(spec.policyTypes).toEqual(["Ingress"]);
    expect(spec.ingress).toEqual([
      { ports: [{ protocol: "TCP", port: 9443 }] },
      {
        from: [
          { namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "monitoring" } } },
        ],
        ports: [{ protocol: "TCP", port: 8080 }],
      },
    ]);
    const narrow = render({ networkPolicy: { apiServerCidrs: ["10.0.0.0/28"] } });
    expect(only(narrow, "NetworkPolicy").spec.ingress[0].from).toEqual([
      { ipBlock: { cidr: "10.0.0.0/28" } },
    ]);
  });

  it("is the namespace, at the level restricted, when it is to be made", () => {
    const [first] = render({ createNamespace: true, namespace: "serving" });
    expect(first).toMatchObject({
      kind: "Namespace",
      metadata: {
        name: "serving",
        labels: { "pod-security.kubernetes.io/enforce": "restricted" },
      },
    });
  });

  it("is two queues for KAI Scheduler, unless they are made elsewhere", () => {
    const queues = (props: DynamoPlatformProps) =>
      render(props).filter(({ kind }) => kind === "Queue");
    const kai = { grove: "external", kaiScheduler: "external" } as const;
    const resource = { quota: -1, limit: -1, overQuotaWeight: 1 };
    const resources = { cpu: resource, gpu: resource, memory: resource };
    expect(queues(kai).map(({ metadata, spec }) => [metadata.name, spec])).toEqual([
      ["dynamo-default", { resources }],
      ["dynamo", { parentQueue: "dynamo-default", resources }],
    ]);
    expect(queues({ ...kai, kaiQueues: false })).toEqual([]);
    expect(queues({})).toEqual([]);
  });
});

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

describe("a restricted operator", () => {
  const objects = render({ namespaceRestriction: {}, namespace: "team" });

  it("has its rights in its namespace, and no CRDs", () => {
    const kinds = (name: string) =>
      objects.filter(({ metadata }) => metadata.name === named(name)).map(({ kind }) => kind);
    expect(kinds("F-manager-role")).toEqual(["Role"]);
    expect(kinds("F-leader-election-role")).toEqual(["Role"]);
    expect(kinds("F-planner")).toEqual([]);
    const role = only(objects, "Role", "F-manager-role");
    expect(role.metadata.namespace).toBe("team");
    expect(JSON.stringify(role.rules)).not.toMatch(/customresourcedefinitions|admissionreg/);
    expect(only(objects, "Deployment").spec.template.spec.initContainers).toBeUndefined();
    const injector = objects.find(({ metadata }) => metadata.name.endsWith("webhook-injector"));
    expect(JSON.stringify(injector)).not.toContain("customresourcedefinitions");
  });

  it("has the accounts of planners, endpoint pickers and profiling ready", () => {
    for (const [account, role, binding] of [
      ["planner-serviceaccount", "planner-role", "planner-binding"],
      ["epp-serviceaccount", "epp-role", "epp-binding"],
      ["dgdr-profiling-job", "dgdr-profiling-job", "dgdr-profiling-job"],
    ]) {
      only(objects, "ServiceAccount", account);
      only(objects, "Role", role);
      expect(only(objects, "RoleBinding", binding).subjects[0].name).toBe(account);
    }
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
