// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { App } from "@dynamo-iac/constructs";
import { Etcd, EtcdRestore } from "@dynamo-iac/constructs/platform";
import { Chart } from "cdk8s";
import { describe, expect, it } from "vitest";
import { etcdImages } from "../../../packages/constructs/src/platform/etcd/resolve.js";
import { chart, codesOf, containerOf, etcd, podOf, written } from "./construct.js";

const argsOf = (construct: Etcd): readonly string[] => containerOf(construct, "etcd").args ?? [];

/** A job, a claim or a policy of the construct by the end of its name. */
const find = (construct: Etcd, kind: string, suffix = "") =>
  written(
    [...construct.setup, ...construct.maintenance].find(
      (each) => each.resource.kind === kind && each.name.startsWith(`etcd-${suffix}`),
    ),
  );

describe("Etcd by default", () => {
  it("bootstraps three members that know one another by name", () => {
    expect(written(etcd().statefulSet).spec).toMatchObject({
      replicas: 3,
      podManagementPolicy: "Parallel",
      serviceName: "etcd-headless",
    });
    const host = (at: number) => `etcd-${at}.etcd-headless.platform.svc.cluster.local`;
    expect(argsOf(etcd())).toEqual(
      expect.arrayContaining([
        "--name=$(POD_NAME)",
        `--initial-cluster=${[0, 1, 2].map((at) => `etcd-${at}=https://${host(at)}:2380`).join(",")}`,
        "--initial-cluster-state=new",
        "--initial-cluster-token=etcd-1",
        "--advertise-client-urls=https://$(POD_NAME).etcd-headless.platform.svc.cluster.local:2379",
      ]),
    );
  });

  it("uses certificates on every side, and takes no client for a member", () => {
    expect(argsOf(etcd())).toEqual(
      expect.arrayContaining([
        "--client-cert-auth=true",
        "--trusted-ca-file=/etc/etcd-certs/server/ca.crt",
        "--peer-client-cert-auth=true",
        "--peer-cert-allowed-cn=etcd-peer",
      ]),
    );
    const specs = etcd().certificates.map((each) => written(each).spec);
    const roles = specs.filter(({ isCA, secretName }) => isCA !== true && secretName !== undefined);
    expect(
      roles.map(({ secretName, commonName, usages }) => [secretName, commonName, usages.slice(1)]),
    ).toEqual([
      ["etcd-server-tls", "etcd-server", ["server auth", "client auth"]],
      ["etcd-peer-tls", "etcd-peer", ["server auth", "client auth"]],
      ["etcd-root-tls", "root", ["client auth"]],
      ["etcd-client-tls", "dynamo", ["client auth"]],
    ]);
  });

  it("gives Dynamo its certificate as text, in a certificate that lasts", () => {
    const construct = etcd();
    expect(construct.endpoints).toHaveLength(3);
    const key = (name: string) => ({ secretKeyRef: { name: "etcd-client-tls", key: name } });
    expect(construct.clientEnvironment()).toEqual({
      ETCD_ENDPOINTS: construct.endpoints.join(","),
      ETCD_AUTH_CA: key("ca.crt"),
      ETCD_AUTH_CLIENT_CERT: key("tls.crt"),
      ETCD_AUTH_CLIENT_KEY: key("tls.key"),
    });
    const client = construct.certificates.find(({ name }) => name === "etcd-client-tls");
    expect(written(client).spec).toMatchObject({ duration: "8760h", renewBefore: "2920h" });
  });

  it("limits and compacts the database", () => {
    expect(argsOf(etcd())).toEqual(
      expect.arrayContaining([
        `--quota-backend-bytes=${2 * 2 ** 30}`,
        "--auto-compaction-mode=periodic",
        "--auto-compaction-retention=1h",
        "--feature-gates=InitialCorruptCheck=true",
      ]),
    );
  });

  it("is probed over plain HTTP on a port of its own", () => {
    const { livenessProbe, readinessProbe, startupProbe } = containerOf(etcd(), "etcd");
    expect(argsOf(etcd())).toContain("--listen-metrics-urls=http://0.0.0.0:2381");
    for (const [probe, path] of [
      [startupProbe, "/livez"],
      [livenessProbe, "/livez"],
      [readinessProbe, "/readyz"],
    ] as const)
      expect(probe?.httpGet).toEqual({ path, port: "metrics" });
  });

  it("sets up users without a secret in the script", () => {
    const script: string = find(etcd(), "ConfigMap", "setup").data["setup.sh"];
    expect(script).toContain(`ensure user/add '{"name":"root","options":{"no_password":true}}'`);
    expect(script).toContain(`ensure user/grant '{"user":"dynamo","role":"dynamo"}'`);
    expect(script.trimEnd().split("\n").at(-2)).toBe("ensure enable '{}'");
    const { spec } = find(etcd(), "Job", "setup");
    expect(spec.template.spec.containers[0].command).toEqual(["sh", "/setup/setup.sh"]);
    expect(spec.template.spec.volumes).toContainEqual({
      name: "root-tls",
      secret: { secretName: "etcd-root-tls", defaultMode: 0o440 },
    });
  });

  it("shrinks its files at night, when all members are there", () => {
    const { spec } = find(etcd(), "CronJob", "defrag");
    expect(spec).toMatchObject({
      schedule: "30 3 * * *",
      timeZone: "Etc/UTC",
      concurrencyPolicy: "Forbid",
    });
    const pod = spec.jobTemplate.spec.template.spec;
    expect(pod.initContainers[0].command.slice(1)).toEqual(["endpoint", "health", "--cluster"]);
    expect(pod.containers[0].command.slice(1, 3)).toEqual(["defrag", "--cluster"]);
  });

  it("saves, verifies and then tidies snapshots", () => {
    const { spec } = find(etcd(), "CronJob", "snapshot");
    const pod = spec.jobTemplate.spec.template.spec;
    const commands = [...pod.initContainers, ...pod.containers].map(({ command }) =>
      command.join(" "),
    );
    expect(commands).toEqual([
      "/usr/local/bin/etcdctl snapshot save /snapshots/$(POD_NAME).db",
      "/usr/local/bin/etcdutl snapshot status /snapshots/$(POD_NAME).db",
      expect.stringContaining("tail -n +9"),
    ]);
    expect(find(etcd(), "PersistentVolumeClaim", "snapshots").spec.resources).toEqual({
      requests: { storage: "20Gi" },
    });
  });

  it("runs its jobs beside the members, reachable for nobody, but let in to the members", () => {
    const construct = etcd({ nodeSelector: { pool: "platform" }, imagePullSecrets: ["registry"] });
    const template = find(construct, "CronJob", "snapshot").spec.jobTemplate.spec.template;
    expect(template.spec).toMatchObject({
      nodeSelector: { pool: "platform" },
      imagePullSecrets: [{ name: "registry" }],
      securityContext: { runAsNonRoot: true },
    });
    expect(find(construct, "NetworkPolicy", "maintenance").spec).toEqual({
      podSelector: { matchLabels: template.metadata.labels },
      policyTypes: ["Ingress"],
    });
    const [clients] = written(construct.networkPolicy).spec.ingress;
    expect(clients.from).toContainEqual({ podSelector: { matchLabels: template.metadata.labels } });
    const { matchLabels } = written(construct.statefulSet).spec.selector;
    expect(template.metadata.labels).not.toMatchObject(matchLabels);
  });

  it("has nothing to be remarked on", () => {
    expect(etcd().findings()).toEqual([]);
  });

  it("runs the minor version that the end-to-end tests run", () => {
    const pins = readFileSync(resolve(__dirname, "../../../tools/go/etcd/go.mod"), "utf8");
    const [, minor] = /etcd\/server\/v3 v(\d+\.\d+)/.exec(pins) ?? [];
    expect(etcdImages.etcd).toMatch(new RegExp(`:v${minor}\\.\\d+$`));
  });
});

describe("the props of Etcd", () => {
  it("make one open member without jobs for development", () => {
    const construct = etcd({ development: true });
    expect(argsOf(construct).filter((each) => /cert|https/.test(each))).toEqual([]);
    expect(construct.certificates).toEqual([]);
    expect(construct.setup).toEqual([]);
    expect(construct.maintenance.map(({ name }) => name)).toEqual([
      "etcd-maintenance",
      "etcd-defrag",
    ]);
    expect(construct.clientEnvironment()).toEqual({
      ETCD_ENDPOINTS: "http://etcd-0.etcd-headless.platform.svc.cluster.local:2379",
    });
    expect(codesOf(construct)).toEqual([]);
  });

  it("take passwords in place of certificates: clients go without TLS, members keep it", () => {
    const construct = etcd({
      auth: { kind: "password", user: "graphs", rootPassword: { name: "admin", key: "etcd" } },
    });
    expect(argsOf(construct)).toContain("--listen-client-urls=http://0.0.0.0:2379");
    expect(argsOf(construct)).toContain("--listen-peer-urls=https://0.0.0.0:2380");
    expect(argsOf(construct).filter((each) => each.startsWith("--cert-file"))).toEqual([]);
    expect(podOf(construct).volumes?.map(({ name }) => name)).toEqual(["peer-tls"]);
    expect(construct.clientEnvironment()).toMatchObject({
      ETCD_AUTH_USERNAME: "graphs",
      ETCD_AUTH_PASSWORD: { secretKeyRef: { name: "etcd-auth", key: "password" } },
    });
    const [job] = find(construct, "Job", "setup").spec.template.spec.containers;
    expect(job.env).toContainEqual({
      name: "ROOT_PASSWORD",
      valueFrom: { secretKeyRef: { name: "admin", key: "etcd" } },
    });
    const [health] = find(construct, "CronJob", "defrag").spec.jobTemplate.spec.template.spec
      .initContainers;
    expect(health.env).toContainEqual({ name: "ETCDCTL_USER", value: "root" });
  });

  it("take an issuer, or Secrets for every role", () => {
    expect(etcd({ tls: { issuer: { name: "etcd-only" } } }).certificates).toHaveLength(4);
    const secrets = { server: "a", peer: "b", root: "c", client: "d" };
    const given = etcd({ tls: { secrets } });
    expect(given.certificates).toEqual([]);
    expect(podOf(given).volumes).toMatchObject([
      { secret: { secretName: "b" } },
      { secret: { secretName: "a" } },
    ]);
    expect(given.clientEnvironment()).toMatchObject({
      ETCD_AUTH_CA: { secretKeyRef: { name: "d" } },
    });
  });

  it("name the certificate of Dynamo after its user", () => {
    const construct = etcd({ auth: { kind: "certificate", user: "graphs" } });
    const client = construct.certificates.find(({ name }) => name === "etcd-client-tls");
    expect(written(client).spec.commonName).toBe("graphs");
    expect(find(construct, "ConfigMap", "setup").data["setup.sh"]).toContain('"name":"graphs"');
  });

  it("change what is kept and when", () => {
    const construct = etcd({
      quota: "4Gi",
      storage: { size: "20Gi" },
      compaction: { mode: "revision", retention: "500" },
      defragmentation: false,
      heartbeatMilliseconds: 200,
      electionMilliseconds: 2000,
      snapshots: {
        schedule: "@hourly",
        target: { kind: "claim", size: "100Gi", keep: 20, storageClassName: "cheap" },
      },
    });
    expect(argsOf(construct)).toEqual(
      expect.arrayContaining([
        `--quota-backend-bytes=${4 * 2 ** 30}`,
        "--auto-compaction-mode=revision",
        "--auto-compaction-retention=500",
        "--heartbeat-interval=200",
        "--election-timeout=2000",
      ]),
    );
    expect(find(construct, "CronJob", "defrag")).toBeUndefined();
    expect(find(construct, "CronJob", "snapshot").spec.schedule).toBe("@hourly");
    expect(find(construct, "PersistentVolumeClaim").spec).toMatchObject({
      storageClassName: "cheap",
      resources: { requests: { storage: "100Gi" } },
    });
    expect(
      argsOf(etcd({ compaction: false })).filter((each) => each.includes("compaction")),
    ).toEqual([]);
  });

  it("send snapshots away, or onto a claim that exists", () => {
    const command = ["aws", "s3", "cp", "$(SNAPSHOT)", "s3://backups/etcd/"];
    const target = {
      kind: "upload",
      image: "aws-cli:2.31",
      command,
      serviceAccountName: "backup",
    } as const;
    const away = etcd({ snapshots: { target } });
    const pod = find(away, "CronJob", "snapshot").spec.jobTemplate.spec.template.spec;
    expect(pod).toMatchObject({ serviceAccountName: "backup", automountServiceAccountToken: true });
    expect(pod.containers[0]).toMatchObject({ image: "aws-cli:2.31", command });
    expect(pod.containers[0].env).toContainEqual({
      name: "SNAPSHOT",
      value: "/snapshots/$(POD_NAME).db",
    });
    expect(pod.volumes[0]).toEqual({ name: "snapshots", emptyDir: { sizeLimit: "2Gi" } });
    expect(find(away, "PersistentVolumeClaim")).toBeUndefined();

    const there = etcd({ snapshots: { target: { kind: "claim", claimName: "backups" } } });
    expect(find(there, "PersistentVolumeClaim")).toBeUndefined();
    expect(JSON.stringify(find(there, "CronJob", "snapshot"))).toContain('"claimName":"backups"');
  });

  it("give the setup job another name when it does something else", () => {
    const name = (construct: Etcd) => find(construct, "Job", "setup").metadata.name;
    expect(name(etcd())).toBe(name(etcd()));
    expect(name(etcd({ auth: { kind: "certificate", user: "graphs" } }))).not.toBe(name(etcd()));
    expect(name(etcd({ shellImage: "mirror/curl:8.17.0" }))).not.toBe(name(etcd()));
  });
});

describe("EtcdRestore", () => {
  it("writes each member's data of the new generation, from one snapshot", () => {
    const scope = chart();
    const reborn = new Etcd(scope, "etcd", { generation: 2 });
    const { jobs } = new EtcdRestore(scope, "restore", { etcd: reborn, snapshot: "last.db" });
    expect(jobs.map(({ name }) => name)).toEqual([
      "etcd-restore-2-0",
      "etcd-restore-2-1",
      "etcd-restore-2-2",
    ]);
    const pod = written(jobs[1]).spec.template.spec;
    const { command } = pod.containers[0];
    expect(command).toEqual(
      expect.arrayContaining([
        "/snapshots/last.db",
        "--name=etcd-1",
        "--data-dir=/var/lib/etcd/generation-2",
        "--initial-cluster-token=etcd-2",
        "--mark-compacted",
      ]),
    );
    // What the member is started with has to be what was restored.
    for (const flag of ["--data-dir", "--initial-cluster=", "--initial-cluster-token"])
      expect(command).toContain(argsOf(reborn).find((each) => each.startsWith(flag)));
    expect(pod.volumes).toEqual([
      { name: "data", persistentVolumeClaim: { claimName: "data-etcd-1" } },
      { name: "snapshots", persistentVolumeClaim: { claimName: "etcd-snapshots", readOnly: true } },
    ]);
  });

  it("reads from another claim", () => {
    const scope = new Chart(new App(), "chart", { namespace: "platform" });
    const away = new Etcd(scope, "etcd", { snapshots: false, generation: 2 });
    const { jobs } = new EtcdRestore(scope, "restore", {
      etcd: away,
      snapshot: "x.db",
      claimName: "downloads",
    });
    expect(JSON.stringify(written(jobs[0]))).toContain('"claimName":"downloads"');
  });
});
