// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { App, toYaml } from "@dynamo-iac/constructs";
import { Nats } from "@dynamo-iac/constructs/platform";
import { ApiObject, Chart, JsonPatch, App as PlainApp } from "cdk8s";
import { describe, expect, it, onTestFinished } from "vitest";
import { natsImages } from "../../../packages/constructs/src/platform/nats/resolve.js";
import { chart, codesOf, containerOf, nats, podOf, written } from "./construct.js";

const configOf = (construct: Nats): string => written(construct.configMap).data["nats.conf"];

describe("Nats by default", () => {
  it("has three servers that start together, one per node, and keep their volumes", () => {
    const { spec } = written(nats().statefulSet);
    expect(spec).toMatchObject({
      replicas: 3,
      serviceName: "nats-headless",
      podManagementPolicy: "Parallel",
      persistentVolumeClaimRetentionPolicy: { whenDeleted: "Retain", whenScaled: "Retain" },
      volumeClaimTemplates: [{ spec: { resources: { requests: { storage: "10Gi" } } } }],
    });
    const { affinity, topologySpreadConstraints } = podOf(nats());
    const [apart] = affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? [];
    expect(apart).toEqual({
      topologyKey: "kubernetes.io/hostname",
      labelSelector: { matchLabels: spec.selector.matchLabels },
    });
    expect(topologySpreadConstraints).toMatchObject([
      { topologyKey: "topology.kubernetes.io/zone", whenUnsatisfiable: "ScheduleAnyway" },
    ]);
  });

  it("fits the restricted Pod Security level", () => {
    const pod = podOf(nats());
    expect(pod).toMatchObject({
      automountServiceAccountToken: false,
      securityContext: { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } },
    });
    for (const { securityContext, resources } of pod.containers) {
      expect(securityContext).toEqual({
        allowPrivilegeEscalation: false,
        capabilities: { drop: ["ALL"] },
        readOnlyRootFilesystem: true,
      });
      expect(Object.keys(resources?.limits ?? {})).toEqual(["cpu", "memory"]);
    }
  });

  it("clusters by the names of its pods, over TLS that knows them", () => {
    const config = configOf(nats());
    for (const at of [0, 1, 2])
      expect(config).toContain(`"tls://nats-${at}.nats-headless.platform.svc.cluster.local:6222"`);
    expect(config).toContain("verify_cert_and_check_known_urls: true");
    expect(config).toContain("no_advertise: true");
  });

  it("takes messages of 15 MiB and nine tenths of the volume", () => {
    const config = configOf(nats());
    expect(config).toContain("max_payload: 15728640\n");
    expect(config).toContain(`max_file_store: ${Math.floor(10 * 2 ** 30 * 0.9)}\n`);
    expect(config).toContain("max_memory_store: 0\n");
  });

  it("reads the password from its Secret and never writes it", () => {
    const { env } = containerOf(nats(), "nats");
    expect(env).toContainEqual({
      name: "NATS_USER_0_PASSWORD_RAW",
      valueFrom: { secretKeyRef: { name: "nats-auth", key: "password" } },
    });
    expect(env).toContainEqual({
      name: "NATS_USER_0_PASSWORD",
      value: "'$(NATS_USER_0_PASSWORD_RAW)'",
    });
    expect(configOf(nats())).toContain("password: $NATS_USER_0_PASSWORD\n");
  });

  it("offers TLS, which Dynamo 1.4 does not speak, and says so in one warning", () => {
    expect(configOf(nats())).toContain("allow_non_tls: true");
    expect(codesOf(nats())).toEqual(["DYN-NATS-016"]);
    expect(nats().address).toBe("nats://nats.platform.svc.cluster.local:4222");
  });

  it("is reachable for graphs and Prometheus alone", () => {
    const { spec } = written(nats().networkPolicy);
    expect(spec.policyTypes).toEqual(["Ingress", "Egress"]);
    const [clients, peers, metrics] = spec.ingress;
    expect(clients.ports).toEqual([{ protocol: "TCP", port: 4222 }]);
    expect(clients.from[0].podSelector.matchExpressions).toEqual([
      { key: "nvidia.com/dynamo-graph-deployment-name", operator: "Exists" },
    ]);
    expect(peers.from).toEqual([{ podSelector: { matchLabels: spec.podSelector.matchLabels } }]);
    expect(metrics).toMatchObject({
      from: [
        { namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "monitoring" } } },
      ],
      ports: [{ port: 7777 }],
    });
  });

  it("publishes servers that are not ready, because they need one another to become it", () => {
    expect(written(nats().headlessService).spec).toMatchObject({
      clusterIP: "None",
      publishNotReadyAddresses: true,
    });
    expect(written(nats().service).spec.ports).toMatchObject([{ port: 4222, targetPort: "nats" }]);
  });

  it("lets its clients go before it stops, within the time that it has", () => {
    const stop = containerOf(nats(), "nats").lifecycle?.preStop?.exec?.command;
    expect(stop).toEqual(["nats-server", "-sl=ldm=/var/run/nats/nats.pid"]);
    expect(configOf(nats())).toContain('lame_duck_duration: "30s"');
    expect(podOf(nats()).terminationGracePeriodSeconds).toBeGreaterThan(10 + 30);
  });

  it("gives drains one server at a time", () => {
    expect(written(nats().disruptionBudget).spec).toMatchObject({
      maxUnavailable: 1,
      unhealthyPodEvictionPolicy: "AlwaysAllow",
    });
  });

  it("makes an authority of its own and one certificate that names every server", () => {
    const kinds = nats().certificates.map((each) => `${each.resource.kind}/${each.name}`);
    expect(kinds).toEqual([
      "Issuer/nats-self-signed",
      "Certificate/nats-ca",
      "Issuer/nats-ca",
      "Certificate/nats-tls",
    ]);
    const { spec } = written(nats().certificates.at(-1));
    expect(spec.issuerRef).toEqual({ name: "nats-ca", kind: "Issuer", group: "cert-manager.io" });
    expect(spec.dnsNames).toContain("nats.platform.svc.cluster.local");
    expect(spec.dnsNames).toContain("nats-2.nats-headless.platform.svc.cluster.local");
    expect(spec.usages).toEqual(["digital signature", "server auth", "client auth"]);
  });

  it("runs the version that the end-to-end tests run, which is that of Dynamo's containers", () => {
    const pins = readFileSync(resolve(__dirname, "../../../tools/go/nats/go.mod"), "utf8");
    const version = /nats-server\/v2 v(\S+)/.exec(pins)?.[1];
    expect(natsImages.nats).toBe(`nats:${version}-alpine`);
  });
});

describe("the props of Nats", () => {
  it("make one server without a cluster, TLS and users for development", () => {
    const construct = nats({ development: true });
    expect(written(construct.statefulSet).spec.replicas).toBe(1);
    expect(configOf(construct)).not.toMatch(/cluster|tls|authorization/);
    expect(construct.certificates).toEqual([]);
    expect(podOf(construct).affinity).toBeUndefined();
    expect(codesOf(construct)).toEqual([]);
    expect(construct.clientEnvironment()).toEqual({
      NATS_SERVER: "nats://nats.platform.svc.cluster.local:4222",
      DYN_EVENT_PLANE: "nats",
      DYN_REQUEST_PLANE: undefined,
    });
  });

  it("keep TLS and users of a development installation that asks for them", () => {
    const construct = nats({ development: true, tls: {}, user: {} });
    expect(configOf(construct)).toMatch(/tls \{[\s\S]*authorization/);
  });

  it("require TLS of Dynamo 1.5 and tell it the authority", () => {
    const construct = nats({ dynamoVersion: "1.5.0" });
    expect(configOf(construct)).not.toContain("allow_non_tls");
    expect(codesOf(construct)).toEqual([]);
    expect(construct.clientEnvironment({ requestPlane: "nats", eventPlane: "zmq" })).toEqual({
      NATS_SERVER: "tls://nats.platform.svc.cluster.local:4222",
      NATS_AUTH_USERNAME: "dynamo",
      NATS_AUTH_PASSWORD: { secretKeyRef: { name: "nats-auth", key: "password" } },
      NATS_TLS_CA_CERT_PATH: "/etc/nats-trust/ca.crt",
      DYN_EVENT_PLANE: "zmq",
      DYN_REQUEST_PLANE: "nats",
    });
    const { volumes, volumeMounts } = construct.clientTrust();
    expect(volumes).toMatchObject([
      { secret: { secretName: "nats-tls", items: [{ key: "ca.crt" }] } },
    ]);
    expect(volumeMounts).toMatchObject([{ name: volumes[0]?.name, mountPath: "/etc/nats-trust" }]);
    expect(nats().clientTrust().volumes).toEqual([]);
  });

  it("take an issuer or a Secret in place of the authority", () => {
    const issued = nats({ tls: { issuer: { name: "corporate", kind: "ClusterIssuer" } } });
    expect(issued.certificates).toHaveLength(1);
    expect(written(issued.certificates[0]).spec.issuerRef).toMatchObject({ name: "corporate" });
    const given = nats({ tls: { secretName: "mine" } });
    expect(given.certificates).toEqual([]);
    expect(podOf(given).volumes).toContainEqual({
      name: "tls",
      secret: { secretName: "mine", defaultMode: 0o440 },
    });
  });

  it("put an nkey into the configuration and its seed only into the client", () => {
    const nkey = `U${"A".repeat(55)}`;
    const construct = nats({ user: { nkey, seed: { name: "keys", key: "dynamo" } } });
    expect(configOf(construct)).toContain(`nkey: "${nkey}"`);
    expect(JSON.stringify(podOf(construct))).not.toContain("keys");
    expect(construct.clientEnvironment()).toMatchObject({
      NATS_AUTH_NKEY: { secretKeyRef: { name: "keys", key: "dynamo" } },
    });
    expect(codesOf(construct)).toEqual([]);
  });

  it("limit further users, and let an empty list mean nothing", () => {
    const config = configOf(
      nats({ moreUsers: [{ user: "inspector", subscribe: ["$JS.>"], publish: [] }] }),
    );
    expect(config).toMatch(/publish \{\s+deny: \[\s+">"\s+\]\s+\}\s+subscribe: \[\s+"\$JS\.>"/);
    expect(config).toContain("password: $NATS_USER_1_PASSWORD");
  });

  it("leave out exporter and reloader, or take other images", () => {
    const names = (construct: Nats) => podOf(construct).containers.map(({ name }) => name);
    expect(names(nats())).toEqual(["nats", "reloader", "exporter"]);
    const bare = nats({ exporter: false, reloader: false });
    expect(names(bare)).toEqual(["nats"]);
    expect(podOf(bare).shareProcessNamespace).toBeUndefined();
    expect(containerOf(nats({ image: "mirror/nats:2.12.14" }), "nats").image).toBe(
      "mirror/nats:2.12.14",
    );
  });

  it("watch configuration and certificates with the reloader, in the process table of the server", () => {
    const { args } = containerOf(nats(), "reloader");
    expect(args).toEqual(
      expect.arrayContaining(["/etc/nats-config/nats.conf", "/etc/nats-certs/tls.crt"]),
    );
    expect(podOf(nats()).shareProcessNamespace).toBe(true);
  });

  it("set the sizes of the server", () => {
    const construct = nats({
      maxPayload: "20Mi",
      memoryStore: "256Mi",
      syncInterval: "always",
      storage: { size: "1Ti", storageClassName: "fast" },
      resources: { limits: { cpu: "4", memory: "8Gi" } },
    });
    const config = configOf(construct);
    expect(config).toContain(`max_payload: ${20 * 2 ** 20}\n`);
    expect(config).toContain(`max_memory_store: ${256 * 2 ** 20}\n`);
    expect(config).toContain('sync_interval: "always"\n');
    const [claim] = written(construct.statefulSet).spec.volumeClaimTemplates;
    expect(claim.spec).toMatchObject({
      storageClassName: "fast",
      resources: { requests: { storage: "1Ti" } },
    });
    expect(containerOf(construct, "nats").env).toContainEqual({
      name: "GOMEMLIMIT",
      value: String(Math.floor(8 * 2 ** 30 * 0.9)),
    });
  });

  it("place the pods", () => {
    const pod = podOf(
      nats({
        spread: "preferred",
        nodeSelector: { pool: "platform" },
        tolerations: [{ key: "platform", operator: "Exists" }],
        priorityClassName: "high",
        imagePullSecrets: ["registry"],
      }),
    );
    expect(pod).toMatchObject({
      nodeSelector: { pool: "platform" },
      tolerations: [{ key: "platform" }],
      priorityClassName: "high",
      imagePullSecrets: [{ name: "registry" }],
    });
    const { podAntiAffinity } = pod.affinity ?? {};
    expect(podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution).toBeUndefined();
    expect(podAntiAffinity?.preferredDuringSchedulingIgnoredDuringExecution).toHaveLength(1);
  });

  it("open the network to further clients", () => {
    const office = { ipBlock: { cidr: "10.1.0.0/16" } };
    const { spec } = written(
      nats({ access: { clients: [office], monitoringNamespace: "prometheus" } }).networkPolicy,
    );
    expect(spec.ingress[0].from).toContainEqual(office);
    expect(JSON.stringify(spec.ingress[2])).toContain("prometheus");
  });

  it("name everything, in any namespace or none", () => {
    const named = nats({ name: "events", namespace: "messaging", clusterDomain: "k8s.local" });
    expect(named.address).toBe("nats://events.messaging.svc.k8s.local:4222");
    expect(configOf(named)).toContain("events-0.events-headless.messaging.svc.k8s.local");
    const nowhere = new Nats(chart(""), "nats");
    expect(nowhere.address).toBe("nats://nats:4222");
    expect(configOf(nowhere)).toContain('"tls://nats-0.nats-headless:6222"');
  });
});

describe("Nats as constructs", () => {
  it("has an override on every object, and JSON patches", () => {
    const construct = nats();
    construct.statefulSet.override("/spec/minReadySeconds", 10);
    construct.configMap.override("/data/extra.conf", "debug: true\n");
    ApiObject.of(construct.service).addJsonPatch(JsonPatch.add("/spec/type", "LoadBalancer"));
    expect(written(construct.statefulSet).spec.minReadySeconds).toBe(10);
    expect(written(construct.configMap).data["extra.conf"]).toBe("debug: true\n");
    expect(written(construct.service).spec.type).toBe("LoadBalancer");
  });

  it("renders the same bytes twice", () => {
    const bytes = () =>
      nats()
        .node.findAll()
        .filter(ApiObject.isApiObject)
        .map((each) => toYaml(each.toJson()));
    expect(bytes()).toEqual(bytes());
  });

  it("stops the synthesis of our App and of cdk8s' own on an error, and shows warnings", () => {
    const outdir = mkdtempSync(join(tmpdir(), "nats-"));
    onTestFinished(() => rmSync(outdir, { recursive: true }));
    for (const app of [new App({ outdir }), new PlainApp({ outdir })]) {
      new Nats(new Chart(app, "chart"), "nats", { tls: false });
      expect(() => app.synth()).toThrow(/DYN-NATS-011 Nats\/nats tls/);
    }
    const app = new App();
    new Nats(new Chart(app, "chart"), "nats");
    expect(app.findings()).toMatchObject([{ code: "DYN-NATS-016", construct: "chart/nats" }]);
  });
});
