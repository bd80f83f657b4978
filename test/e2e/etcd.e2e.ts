// SPDX-License-Identifier: Apache-2.0
/** @module What `Etcd` renders, run by the real etcd: TLS, users, the loss of a member, snapshots and their way back. */
import { execFile } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { promisify } from "node:util";
import { App } from "@dynamo-iac/constructs";
import { Etcd, type EtcdProps, EtcdRestore } from "@dynamo-iac/constructs/platform";
import { Chart } from "cdk8s";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { CertificateAuthority } from "./support/certificate-authority.js";
import { startRuntime } from "./support/dynamo-runtime.js";
import type { ClientCertificate, EtcdClient } from "./support/etcd-client.js";
import { etcdClient, etcdctl, etcdProcesses, jobOf, runJob } from "./support/etcd-processes.js";
import { until } from "./support/program.js";
import { findPrograms } from "./support/programs.js";
import { count, timed } from "./support/report.js";
import type { ServerProcesses } from "./support/server-processes.js";

const programs = findPrograms("etcd", "etcdctl", "etcdutl");
const run = promisify(execFile);

/** Keys of the load, and how many writes are on their way at a time. */
const keys = 4000;
const inFlight = 32;

/** Acknowledged writes after which the leader dies. */
const killAt = Math.floor(keys / 3);

const snapshots = { target: { kind: "claim", keep: 2 } } as const;

function construct(props: EtcdProps = {}): Etcd {
  return new Etcd(new Chart(new App(), "chart", { namespace: "platform" }), "etcd", props);
}

async function processes(etcd: Etcd, secrets = {}): Promise<ServerProcesses> {
  if (programs === undefined) throw new Error("etcd is not built");
  return etcdProcesses(etcd, secrets, programs);
}

describe.skipIf(programs === undefined)("three members", () => {
  const etcd = construct({ snapshots });
  const acknowledged = new Map<string, string>();
  let servers: ServerProcesses;
  let clients: ReadonlyMap<string, EtcdClient>;

  beforeAll(async () => {
    servers = await processes(etcd);
    await timed("three etcd members form a cluster", () => servers.start(...servers.names));
    const user = secretOf("etcd-client-tls");
    clients = new Map(servers.names.map((name) => [name, etcdClient(servers, name, user)]));
  }, 120_000);
  afterAll(async () => {
    for (const client of clients?.values() ?? []) client.close();
    await servers?.remove();
  });

  it("get their users from the setup job, and keep them when it runs again", async () => {
    expect(await setUp()).toContain("users are set up and authentication is on");
    expect(await setUp()).toContain("authentication is on already");
  });

  it("let in who has the certificate of a user, who is no administrator", async () => {
    await clientOf("etcd-0").put("hello", "world");
    expect((await clientOf("etcd-1").list("hello")).get("hello")).toBe("world");
    await expect(clientOf("etcd-0").users()).rejects.toThrow(/permission denied/);
    await expect(
      attempt(secretOf("etcd-root-tls"), (root) => root.users()),
    ).resolves.toBeUndefined();
  });

  it("refuse everybody else", async () => {
    const put = (client: EtcdClient) => client.put("hello", "mallory");
    const { "ca.crt": ca = "" } = secretOf("etcd-client-tls");
    const stranger = await servers.authority.sign("stranger", ["client auth"]);
    const forged = await otherAuthority((authority) => authority.sign("dynamo", ["client auth"]));
    await expect(attempt({ "ca.crt": ca }, put)).rejects.toThrow(
      /certificate required|lost|closed/,
    );
    await expect(attempt({ ...forged, "ca.crt": ca }, put)).rejects.toThrow(
      /unknown ca|bad certificate|lost|closed/,
    );
    for (const known of [stranger, secretOf("etcd-server-tls"), secretOf("etcd-peer-tls")])
      await expect(attempt(known, put)).rejects.toThrow(/permission denied/);
    expect((await clientOf("etcd-0").list("hello")).get("hello")).toBe("world");
  });

  it("take no member that has a certificate of a client", async () => {
    expect(await askAsPeer(secretOf("etcd-peer-tls"))).toBe(200);
    await expect(askAsPeer(secretOf("etcd-client-tls"))).rejects.toThrow(
      /certificate|socket|reset/i,
    );
  });

  it("lose no acknowledged write when the leader dies, and take it back", async () => {
    const leader = await leaderOf(servers.names);
    const survivors = servers.names.filter((name) => name !== leader);
    let election: Promise<number> | undefined;
    let next = 0;
    const writer = async () => {
      for (let each = next++; each < keys; each = next++) {
        await write(`load/${each}`, `value ${each}`, each);
        if (acknowledged.size !== killAt) continue;
        const killed = performance.now();
        await servers.process(leader).kill();
        election = elected(survivors).then(() => performance.now() - killed);
      }
    };
    await timed(`${keys} acknowledged writes to etcd, the leader killed among them`, () =>
      Promise.all(Array.from({ length: inFlight }, writer)),
    );
    count("etcd milliseconds until a new leader", (await election) ?? Number.NaN);
    const missing = await lost(survivors);
    count("etcd writes acknowledged", acknowledged.size);
    count("etcd writes lost", missing.length);
    expect(acknowledged.size).toBe(keys);
    expect(missing).toEqual([]);

    await timed("the killed etcd member is back and has caught up", async () => {
      await servers.start(leader);
      await caughtUp(leader, survivors);
    });
    // With another one away the data of the one that came back are needed.
    const [other = "", last = ""] = survivors;
    await servers.process(other).kill();
    await elected([leader, last]);
    for (let each = keys; each < keys + 100; each += 1)
      await write(`load/${each}`, `value ${each}`, each);
    expect(await lost([leader, last])).toEqual([]);
    await servers.start(other);
  }, 600_000);

  it("take a new member in place of one whose volume is lost", async () => {
    const [survivor = "", lostOne = ""] = servers.names;
    const address = `https://${lostOne}.etcd-headless.platform.svc.cluster.local:2380`;
    await servers.process(lostOne).kill();
    rmSync(servers.pods.folder(lostOne, undefined, "data"), { recursive: true });
    const members = await etcdctl(servers, etcd, "member", "list");
    const [id = ""] =
      members
        .split("\n")
        .find((line) => line.includes(lostOne))
        ?.split(",") ?? [];
    await etcdctl(servers, etcd, "member", "remove", id);
    // Refused while the others have not been together for five seconds.
    const add = () => etcdctl(servers, etcd, "member", "add", lostOne, `--peer-urls=${address}`);
    await until("the new member is announced", 30, () =>
      add().then(
        () => true,
        () => false,
      ),
    );
    servers.become(construct({ snapshots, initialClusterState: "existing" }));
    await servers.start(lostOne);
    servers.become(etcd);
    await caughtUp(lostOne, [survivor]);
    expect(await lost([lostOne])).toEqual([]);
  });

  it("are shrunk one after the other", async () => {
    const output = await runJob(servers, jobOf(etcd.maintenance, "etcd-defrag"), "etcd-defrag-1-a");
    expect(output.match(/is healthy/g)).toHaveLength(3);
    expect(output.match(/Finished defragmenting/g)).toHaveLength(3);
  });

  it("are saved to snapshots, of which the newest stay", async () => {
    const job = jobOf(etcd.maintenance, "etcd-snapshot");
    for (const pod of ["etcd-snapshot-1-a", "etcd-snapshot-2-b", "etcd-snapshot-3-c"])
      expect(await runJob(servers, job, pod)).toContain("Snapshot saved");
    const volume = { name: "snapshots", persistentVolumeClaim: { claimName: "etcd-snapshots" } };
    const files = readdirSync(servers.pods.folder("", volume, "snapshots"));
    expect(files.toSorted()).toEqual(["etcd-snapshot-2-b.db", "etcd-snapshot-3-c.db"]);
  });

  it("serve a Dynamo 1.4 process with the environment of the construct", async () => {
    expect(await startRuntime("etcd", "tcp", servers.environment(etcd.clientEnvironment()))).toBe(
      "connected",
    );
  }, 600_000);

  it("come back from a snapshot as a new generation, with their users", async () => {
    await write("after/the/snapshot", "gone", 0);
    await servers.stop();
    const reborn = construct({ snapshots, generation: 2 });
    const chart = new Chart(new App(), "restore", { namespace: "platform" });
    const restore = new EtcdRestore(chart, "restore", {
      etcd: reborn,
      snapshot: "etcd-snapshot-3-c.db",
    });
    await timed("an etcd snapshot is restored and serves", async () => {
      for (const [index, job] of restore.jobs.entries())
        await runJob(servers, job, `etcd-restore-${index}`);
      servers.become(reborn);
      await servers.start(...servers.names);
    });
    expect(await lost(servers.names)).toEqual([]);
    expect((await clientOf("etcd-0").list("after/")).size).toBe(0);
    expect(await setUp()).toContain("authentication is on already");
    const stranger = await servers.authority.sign("stranger", ["client auth"]);
    await expect(attempt(stranger, (client) => client.put("a", "b"))).rejects.toThrow(
      /permission denied/,
    );
    for (const name of servers.names)
      expect(existsSync(join(servers.pods.folder(name, undefined, "data"), "generation-1"))).toBe(
        true,
      );
  });

  function secretOf(name: string): ClientCertificate {
    return servers.secrets[name] ?? {};
  }

  function clientOf(name: string): EtcdClient {
    const client = clients.get(name);
    if (client === undefined) throw new Error(`no member ${name}`);
    return client;
  }

  async function setUp(): Promise<string> {
    return runJob(servers, jobOf(etcd.setup, "etcd-setup"), "etcd-setup-pod");
  }

  /** Does something as somebody else. */
  async function attempt<T>(
    certificate: ClientCertificate,
    work: (client: EtcdClient) => Promise<T>,
  ): Promise<T> {
    const client = etcdClient(servers, "etcd-0", certificate);
    try {
      return await work(client);
    } finally {
      client.close();
    }
  }

  /** Writes until it is acknowledged, at one member after the other. */
  async function write(key: string, value: string, first: number): Promise<void> {
    for (let at = first; ; at += 1) {
      const name = servers.names[at % servers.names.length] ?? "";
      try {
        await clientOf(name).put(key, value);
        acknowledged.set(key, value);
        return;
      } catch (error) {
        // The member is away or has no leader: not acknowledged, so it is written again elsewhere.
        if (at > first + 500) throw error;
        if (at > first + 10)
          await until("a member that answers", 30, async () => answers(servers.names));
      }
    }
  }

  /** Acknowledged writes that some member does not know. */
  async function lost(names: readonly string[]): Promise<readonly string[]> {
    const kept = [...acknowledged].filter(([key]) => key.startsWith("load/"));
    const missing: string[] = [];
    for (const name of names) {
      const found = await clientOf(name).list("load/");
      for (const [key, value] of kept) if (found.get(key) !== value) missing.push(`${name} ${key}`);
    }
    return missing;
  }

  async function answers(names: readonly string[]): Promise<boolean> {
    for (const name of names) {
      const status = await clientOf(name)
        .status()
        .catch(() => undefined);
      if (status !== undefined && status.leader !== 0n) return true;
    }
    return false;
  }

  async function leaderOf(names: readonly string[]): Promise<string> {
    for (const name of names) {
      const { member, leader } = await clientOf(name).status();
      if (member === leader) return name;
    }
    throw new Error("no leader");
  }

  /** Waits until one of these members leads and all of them know it. */
  async function elected(names: readonly string[]): Promise<void> {
    await until("a new leader", 30, async () => {
      const states = await Promise.all(
        names.map((name) =>
          clientOf(name)
            .status()
            .catch(() => undefined),
        ),
      );
      // A member that does not answer, as after a standstill of the computer, says nothing.
      const known = states.filter((state) => state !== undefined);
      const leaders = new Set(known.map(({ leader }) => leader));
      const led = known.some(({ member, leader }) => member === leader);
      return known.length === names.length && leaders.size === 1 && led;
    });
  }

  /** Waits until a member has applied what the others have now. */
  async function caughtUp(name: string, others: readonly string[]): Promise<void> {
    const states = await Promise.all(others.map((each) => clientOf(each).status()));
    const goal = states.reduce((most, { applied }) => (applied > most ? applied : most), 0n);
    await until(
      "the log of the others",
      60,
      async () => (await clientOf(name).status()).applied >= goal,
    );
  }

  /** Asks a member as another member would; resolves with the status. */
  async function askAsPeer(certificate: ClientCertificate): Promise<number | undefined> {
    const { "ca.crt": ca, "tls.crt": cert, "tls.key": key } = certificate;
    const asked = request({
      host: "localhost",
      port: servers.pods.port("etcd-0", 2380),
      path: "/members",
      ca,
      cert,
      key,
    });
    asked.end();
    const [response] = await once(asked, "response");
    response.resume();
    return response.statusCode;
  }
});

describe.skipIf(programs === undefined)("one member with passwords", () => {
  const password = 'pass "word" \\ $HOME {}';
  const rootPassword = "root's `secret` %41";

  it("knows its users by them, and takes a new one from the setup job", async () => {
    const etcd = construct({ members: 1, tls: false, auth: { kind: "password" } });
    const secrets = { "etcd-auth": { password, "root-password": rootPassword } };
    const servers = await processes(etcd, secrets);
    onTestFinished(() => servers.remove());
    await servers.start(...servers.names);
    const setUp = () => runJob(servers, jobOf(etcd.setup, "etcd-setup"), "etcd-setup-pod");
    expect(await setUp()).toContain("authentication is on");

    const endpoint = `http://localhost:${servers.pods.port("etcd-0", 2379)}`;
    const login = (given: string) => [
      "--endpoints",
      endpoint,
      "--user",
      "dynamo",
      "--password",
      given,
    ];
    const etcdctl = (...args: readonly string[]) => run(programs?.path("etcdctl") ?? "", args);
    expect((await etcdctl(...login(password), "put", "a", "b")).stdout).toContain("OK");
    await expect(etcdctl(...login("wrong"), "put", "a", "b")).rejects.toThrow(
      /authentication failed/,
    );
    await expect(etcdctl("--endpoints", endpoint, "put", "a", "b")).rejects.toThrow(
      /user name is empty/,
    );
    await expect(etcdctl(...login(password), "user", "list")).rejects.toThrow(/permission denied/);

    expect(await startRuntime("etcd", "tcp", servers.environment(etcd.clientEnvironment()))).toBe(
      "connected",
    );

    servers.pods.replaceSecrets({
      "etcd-auth": { password: "rotated", "root-password": rootPassword },
    });
    expect(await setUp()).toContain("authentication is on");
    expect((await etcdctl(...login("rotated"), "get", "a")).stdout).toContain("b");
    await expect(etcdctl(...login(password), "get", "a")).rejects.toThrow(/authentication failed/);
  }, 600_000);
});

/** Signs with an authority that nobody knows. */
async function otherAuthority<T>(
  work: (authority: CertificateAuthority) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "dynamo-iac-authority-"));
  try {
    return await work(await CertificateAuthority.create(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
