// SPDX-License-Identifier: Apache-2.0
/** @module A real Kubernetes control plane on loopback: etcd, the API server, and what a test asks for. */
import { execFile } from "node:child_process";
import { generateKeyPairSync, randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { ApiClient, type KubernetesObject, type WriteOptions, type Written } from "./api-client.js";
import { freePorts } from "./ports.js";
import { type RunningProgram, startProgram, until } from "./program.js";
import type { Programs } from "./programs.js";

const run = promisify(execFile);

/** Programs that run beside the API server. */
export type Companion = "kube-controller-manager" | "kube-scheduler" | "kwok";

/** A running control plane. */
export interface Cluster {
  readonly client: ApiClient;
  /** File for `--kubeconfig`; its user may do everything. */
  readonly kubeconfig: string;
  /** Applies objects one after the other and says what became of each. */
  apply(objects: readonly KubernetesObject[], options?: WriteOptions): Promise<readonly Written[]>;
  /** Installs custom resource definitions and waits until they are served. */
  define(crds: readonly KubernetesObject[]): Promise<void>;
  /** Waits until a collection is as wanted, and gives up as soon as one of the cluster's programs ends. */
  until(
    collection: string,
    seconds: number,
    wanted: (objects: readonly KubernetesObject[]) => boolean,
  ): Promise<readonly KubernetesObject[]>;
  /** Those of the objects that are there, as `Kind name`. */
  remaining(objects: readonly KubernetesObject[]): Promise<readonly string[]>;
  /** Runs kubectl and returns what it prints on both streams; a failure is an error. */
  kubectl(
    ...args: readonly string[]
  ): Promise<{ readonly stdout: string; readonly stderr: string }>;
  /** Ends everything and removes its files. */
  stop(): Promise<void>;
}

/**
 * Starts a control plane of its own for a test file.
 *
 * @param crds Definitions that are served before the companions start: the garbage collector looks
 *   for new kinds every 30 seconds only, and until then nobody ends the deletion of their objects
 */
export async function startCluster(
  programs: Programs,
  companions: readonly Companion[] = [],
  crds: readonly KubernetesObject[] = [],
): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), "dynamo-iac-e2e-"));
  const running: RunningProgram[] = [];
  const stop = async () => {
    for (const program of running.toReversed()) await program.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const files = writeFiles(folder);
    const start = (name: string, args: readonly string[]) => {
      const program = startProgram(programs.path(name), args, {
        log: join(folder, `${name}.log`),
        scratch: folder,
      });
      running.push(program);
      return program;
    };
    const [etcdPort = 0, peerPort = 0, apiPort = 0] = await freePorts(3);
    start("etcd", etcdArgs(folder, etcdPort, peerPort));
    start("kube-apiserver", apiServerArgs(files, etcdPort, apiPort));
    const client = await connect(files, apiPort, running);
    const kubeconfig = writeKubeconfig(folder, files, apiPort);
    const cluster = new RunningCluster(client, kubeconfig, programs, running, stop);
    await cluster.define(crds);
    for (const name of companions) start(name, companionArgs(name, kubeconfig, files));
    return cluster;
  } catch (error) {
    await stop();
    throw error;
  }
}

class RunningCluster implements Cluster {
  readonly client: ApiClient;
  readonly kubeconfig: string;
  readonly #programs: Programs;
  readonly #running: readonly RunningProgram[];
  readonly #stop: () => Promise<void>;

  constructor(
    client: ApiClient,
    kubeconfig: string,
    programs: Programs,
    running: readonly RunningProgram[],
    stop: () => Promise<void>,
  ) {
    this.client = client;
    this.kubeconfig = kubeconfig;
    this.#programs = programs;
    this.#running = running;
    this.#stop = stop;
  }

  async apply(
    objects: readonly KubernetesObject[],
    options?: WriteOptions,
  ): Promise<readonly Written[]> {
    const results: Written[] = [];
    for (const object of objects) results.push(await this.client.apply(object, options));
    return results;
  }

  async define(crds: readonly KubernetesObject[]): Promise<void> {
    for (const { object, error } of await this.apply(crds))
      if (error !== undefined) throw new Error(`${object.metadata.name}: ${error}`);
    const collection = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
    const served = (all: readonly KubernetesObject[]) =>
      all.length >= crds.length && all.every(isEstablished);
    await this.until(collection, 60, served);
    this.client.forget();
  }

  async until(
    collection: string,
    seconds: number,
    wanted: (objects: readonly KubernetesObject[]) => boolean,
  ): Promise<readonly KubernetesObject[]> {
    const failed = this.#running.map((program) => program.failed);
    return Promise.race([this.client.watch(collection, seconds, wanted), ...failed]);
  }

  async remaining(objects: readonly KubernetesObject[]): Promise<readonly string[]> {
    const found: string[] = [];
    for (const object of objects) {
      const path = (await this.client.path(object)) ?? "";
      const { status } = await this.client.request("GET", path);
      if (status !== 404) found.push(`${object.kind} ${object.metadata.name}`);
    }
    return found;
  }

  async kubectl(
    ...args: readonly string[]
  ): Promise<{ readonly stdout: string; readonly stderr: string }> {
    const cache = join(dirname(this.kubeconfig), "kubectl");
    const env = { ...process.env, KUBECONFIG: this.kubeconfig, KUBECACHEDIR: cache };
    return run(this.#programs.path("kubectl"), args, { env, maxBuffer: 1 << 26 });
  }

  async stop(): Promise<void> {
    this.client.close();
    await this.#stop();
  }
}

function isEstablished({ status }: KubernetesObject): boolean {
  const conditions = (status as { conditions?: readonly { type: string; status: string }[] })
    ?.conditions;
  return (
    conditions?.some(({ type, status: is }) => type === "Established" && is === "True") ?? false
  );
}

interface Files {
  readonly certificates: string;
  readonly serviceAccountKey: string;
  readonly serviceAccountPublic: string;
  readonly tokens: string;
  readonly token: string;
}

/** A key for service accounts and a token of an administrator; the API server makes its own certificate. */
function writeFiles(folder: string): Files {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  const token = randomBytes(16).toString("hex");
  const files = {
    certificates: join(folder, "certificates"),
    serviceAccountKey: join(folder, "service-account.key"),
    serviceAccountPublic: join(folder, "service-account.pub"),
    tokens: join(folder, "tokens.csv"),
    token,
  };
  mkdirSync(files.certificates);
  writeFileSync(files.serviceAccountKey, privateKey, { mode: 0o600 });
  writeFileSync(files.serviceAccountPublic, publicKey);
  writeFileSync(files.tokens, `${token},e2e,e2e,system:masters\n`, { mode: 0o600 });
  return files;
}

function etcdArgs(folder: string, port: number, peerPort: number): readonly string[] {
  const client = `http://127.0.0.1:${port}`;
  const peer = `http://127.0.0.1:${peerPort}`;
  return [
    `--data-dir=${join(folder, "etcd")}`,
    `--listen-client-urls=${client}`,
    `--advertise-client-urls=${client}`,
    `--listen-peer-urls=${peer}`,
    `--initial-advertise-peer-urls=${peer}`,
    `--initial-cluster=default=${peer}`,
    "--unsafe-no-fsync",
    "--log-level=warn",
  ];
}

function apiServerArgs(files: Files, etcdPort: number, port: number): readonly string[] {
  return [
    `--etcd-servers=http://127.0.0.1:${etcdPort}`,
    "--bind-address=127.0.0.1",
    "--advertise-address=127.0.0.1",
    `--secure-port=${port}`,
    `--cert-dir=${files.certificates}`,
    `--token-auth-file=${files.tokens}`,
    "--authorization-mode=RBAC",
    "--service-cluster-ip-range=10.96.0.0/16",
    "--service-account-issuer=https://kubernetes.default.svc",
    `--service-account-key-file=${files.serviceAccountPublic}`,
    `--service-account-signing-key-file=${files.serviceAccountKey}`,
    "--endpoint-reconciler-type=none",
    "--profiling=false",
  ];
}

function companionArgs(name: Companion, kubeconfig: string, files: Files): readonly string[] {
  switch (name) {
    case "kube-controller-manager":
      return [
        `--kubeconfig=${kubeconfig}`,
        `--service-account-private-key-file=${files.serviceAccountKey}`,
        `--root-ca-file=${join(files.certificates, "apiserver.crt")}`,
        "--pvclaimbinder-sync-period=1s",
        // A computer that stands still for a while must not cost machines: nobody here makes their pods ready again.
        "--node-monitor-grace-period=10m",
        "--secure-port=0",
        "--leader-elect=false",
      ];
    case "kube-scheduler":
      return [`--kubeconfig=${kubeconfig}`, "--secure-port=0", "--leader-elect=false"];
    case "kwok":
      // With leases, as kubelets have them: without, the controllers take the machines for lost after a minute.
      return [
        `--kubeconfig=${kubeconfig}`,
        "--manage-all-nodes=true",
        "--node-lease-duration-seconds=40",
      ];
  }
}

/** Waits until the API server is ready; then its certificate is there too. */
async function connect(
  files: Files,
  port: number,
  programs: readonly RunningProgram[],
): Promise<ApiClient> {
  const certificateFile = join(files.certificates, "apiserver.crt");
  let client: ApiClient | undefined;
  const isReady = async () => {
    try {
      client ??= new ApiClient({
        port,
        token: files.token,
        certificate: readFileSync(certificateFile, "utf8"),
      });
      return (await client.request("GET", "/readyz")).status === 200;
    } catch {
      return false;
    }
  };
  await until("the API server is ready", 120, isReady, programs);
  if (client === undefined) throw new Error("the API server is ready without a certificate");
  return client;
}

function writeKubeconfig(folder: string, files: Files, port: number): string {
  const path = join(folder, "kubeconfig");
  const server = `https://127.0.0.1:${port}`;
  const certificate = join(files.certificates, "apiserver.crt");
  const config = {
    apiVersion: "v1",
    kind: "Config",
    "current-context": "e2e",
    clusters: [{ name: "e2e", cluster: { server, "certificate-authority": certificate } }],
    users: [{ name: "e2e", user: { token: files.token } }],
    contexts: [{ name: "e2e", context: { cluster: "e2e", user: "e2e" } }],
  };
  writeFileSync(path, JSON.stringify(config), { mode: 0o600 });
  return path;
}
