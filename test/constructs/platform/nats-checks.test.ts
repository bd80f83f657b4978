// SPDX-License-Identifier: Apache-2.0

import { codes, formatPath } from "@dynamo-iac/constructs/facts";
import type { NatsProps, ServerCount } from "@dynamo-iac/constructs/platform";
import { describe, expect, it } from "vitest";
import { codesOf, nats } from "./construct.js";

/** An installation with nothing to remark on. */
const fine: NatsProps = { dynamoVersion: "1.5.0" };
const publicKey = `U${"B".repeat(55)}`;

/** What is wrong, where it is said, and with which words. */
const mistakes: readonly (readonly [string, string, NatsProps, RegExp])[] = [
  ["DYN-NATS-001", "servers", { servers: 2 as ServerCount }, /got 2: a majority is 2/],
  ["DYN-NATS-001", "servers", { servers: 7 as ServerCount }, /1, 3 or 5/],
  ["DYN-NATS-002", "servers", { servers: 1 }, /one server/],
  [
    "DYN-NATS-003",
    "maxUnavailable",
    { maxUnavailable: 2 },
    /majority of 2 has to stay, which leaves 1/,
  ],
  ["DYN-NATS-003", "maxUnavailable", { maxUnavailable: 0 }, /no node with a server can be drained/],
  ["DYN-NATS-004", "name", { name: "Nats" }, /got "Nats"/],
  ["DYN-NATS-004", "name", { name: "n".repeat(53) }, /at most 52/],
  ["DYN-NATS-005", "storage.size", { storage: { size: "500Mi" } }, /at least 1Gi/],
  ["DYN-NATS-005", "storage.size", { storage: { size: "ten" } }, /got "ten"/],
  ["DYN-NATS-006", "image", { image: "nats" }, /names no version/],
  ["DYN-NATS-006", "exporter", { exporter: "exporter:latest" }, /names no version/],
  ["DYN-NATS-007", "maxPayload", { maxPayload: "65Mi" }, /up to 64Mi/],
  ["DYN-NATS-007", "maxPayload", { maxPayload: "much" }, /got "much"/],
  ["DYN-NATS-008", "maxPayload", { maxPayload: "8Mi" }, /less than the 15Mi/],
  [
    "DYN-NATS-009",
    "memoryStore",
    { memoryStore: "1Gi" },
    /more than half of the memory limit "2Gi"/,
  ],
  ["DYN-NATS-009", "memoryStore", { memoryStore: "-1" }, /must be a quantity/],
  ["DYN-NATS-010", "syncInterval", { syncInterval: "soon" }, /"always" or a time/],
  ["DYN-NATS-011", "tls", { tls: false }, /TLS is off/],
  [
    "DYN-NATS-012",
    "tls.clients",
    { dynamoVersion: "1.4.0", tls: { clients: "required" }, user: { nkey: publicKey } },
    /Dynamo 1\.4\.0 cannot/,
  ],
  ["DYN-NATS-013", "user", { user: false }, /nobody has to authenticate/],
  ["DYN-NATS-014", "user.user", { user: { user: "a b" } }, /got "a b"/],
  ["DYN-NATS-014", "user.nkey", { user: { nkey: "UABC" } }, /public key of a user.*got 4/],
  ["DYN-NATS-014", "moreUsers[0]", { moreUsers: [{ user: "dynamo" }] }, /is a user already/],
  [
    "DYN-NATS-015",
    "moreUsers[0].nkey",
    { moreUsers: [{ nkey: `SU${"A".repeat(56)}` }] },
    /seed of 58 characters/,
  ],
  ["DYN-NATS-016", "user", { dynamoVersion: "1.4.0" }, /sends its password in clear text/],
];

describe("the rules about NATS", () => {
  it("are silent about a good installation", () => {
    expect(nats(fine).findings()).toEqual([]);
    expect(nats({ ...fine, servers: 5, maxUnavailable: 2 }).findings()).toEqual([]);
    expect(nats({ ...fine, maxPayload: "64Mi", memoryStore: "512Mi" }).findings()).toEqual([]);
  });

  it.each(mistakes)("fail with %s at %s", (code, path, props, message) => {
    const found = nats({ ...fine, ...props }).findings();
    expect(found.map((each) => each.code)).toEqual([code]);
    expect(formatPath(found[0]?.path ?? [])).toBe(path);
    expect(found[0]?.message).toMatch(message);
    expect(found[0]).toMatchObject({
      object: expect.stringMatching(/^Nats\//),
      severity: codes[found[0]?.code ?? "DYN-NATS-001"].severity,
    });
  });

  it("have a mistake for every code", () => {
    const area = Object.keys(codes).filter((code) => code.startsWith("DYN-NATS-"));
    expect([...new Set(mistakes.map(([code]) => code))].toSorted()).toEqual(area.toSorted());
  });

  it("never repeat a seed", () => {
    const seed = `SU${"A".repeat(56)}`;
    expect(JSON.stringify(nats({ user: { nkey: seed } }).findings())).not.toContain(seed);
  });

  it("are waived with a reason", () => {
    const waive = [{ code: "DYN-NATS-016", reason: "WireGuard between the nodes" }] as const;
    expect(codesOf(nats({ waive }))).toEqual([]);
    expect(nats({ waive }).findings()).toMatchObject([{ waived: "WireGuard between the nodes" }]);
  });

  it("say nothing of one server, TLS and users in development", () => {
    expect(nats({ development: true, servers: 3, tls: false, user: false }).findings()).toEqual([]);
  });
});
