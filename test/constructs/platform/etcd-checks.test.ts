// SPDX-License-Identifier: Apache-2.0

import { codes, formatPath } from "@dynamo-iac/constructs/facts";
import type { EtcdProps, ServerCount } from "@dynamo-iac/constructs/platform";
import { describe, expect, it } from "vitest";
import { codesOf, etcd } from "./construct.js";

const claim = { kind: "claim" } as const;

/** What is wrong, where it is said, and with which words. */
const mistakes: readonly (readonly [string, string, EtcdProps, RegExp])[] = [
  ["DYN-ETCD-001", "members", { members: 4 as ServerCount }, /got 4: a majority is 3/],
  ["DYN-ETCD-002", "members", { members: 1 }, /one server/],
  ["DYN-ETCD-003", "maxUnavailable", { members: 5, maxUnavailable: 3 }, /leaves 2/],
  ["DYN-ETCD-003", "maxUnavailable", { maxUnavailable: 0.5 }, /got 0.5/],
  ["DYN-ETCD-004", "name", { name: "e".repeat(44) }, /at most 43/],
  [
    "DYN-ETCD-005",
    "storage.size",
    { storage: { size: "4Gi" } },
    /less than 5Gi: twice the quota of "2Gi"/,
  ],
  ["DYN-ETCD-006", "shellImage", { shellImage: "curlimages/curl" }, /names no version/],
  ["DYN-ETCD-007", "quota", { quota: "32Mi" }, /at least 64Mi/],
  [
    "DYN-ETCD-008",
    "quota",
    {
      quota: "9Gi",
      storage: { size: "32Gi" },
      resources: {},
      snapshots: { target: { ...claim, size: "100Gi" } },
    },
    /above the 8Gi/,
  ],
  [
    "DYN-ETCD-009",
    "resources.limits.memory",
    { resources: { limits: { memory: "1Gi" } } },
    /"1Gi" is below the quota "2Gi"/,
  ],
  ["DYN-ETCD-010", "compaction", { compaction: false }, /every revision of every key/],
  [
    "DYN-ETCD-011",
    "compaction.retention",
    { compaction: { retention: "1000" } },
    /in mode periodic, got "1000"/,
  ],
  [
    "DYN-ETCD-011",
    "compaction.retention",
    { compaction: { mode: "revision", retention: "1h" } },
    /in mode revision, got "1h"/,
  ],
  [
    "DYN-ETCD-012",
    "electionMilliseconds",
    { heartbeatMilliseconds: 300 },
    /five heartbeats \(1500\) to 50000, got 1000/,
  ],
  ["DYN-ETCD-012", "electionMilliseconds", { electionMilliseconds: 60_000 }, /got 60000/],
  ["DYN-ETCD-012", "heartbeatMilliseconds", { heartbeatMilliseconds: 0 }, /at least 1, got 0/],
  ["DYN-ETCD-013", "generation", { generation: 0 }, /got 0/],
  ["DYN-ETCD-014", "tls", { tls: false, auth: { kind: "password" } }, /TLS is off/],
  [
    "DYN-ETCD-015",
    "auth",
    { development: true, auth: { kind: "certificate" } },
    /without TLS they show none/,
  ],
  ["DYN-ETCD-016", "auth.kind", { auth: { kind: "password" } }, /a password or TLS, never both/],
  [
    "DYN-ETCD-017",
    "tls.issuer",
    { tls: { issuer: { name: "corporate", kind: "ClusterIssuer" } } },
    /ClusterIssuer "corporate" is the administrator/,
  ],
  ["DYN-ETCD-018", "auth", { auth: false }, /nobody has to authenticate/],
  [
    "DYN-ETCD-019",
    "auth.user",
    { auth: { kind: "certificate", user: "root" } },
    /also change users/,
  ],
  ["DYN-ETCD-019", "auth.user", { auth: { kind: "certificate", user: "a'b" } }, /got "a'b"/],
  ["DYN-ETCD-020", "snapshots", { snapshots: false }, /no snapshots/],
  [
    "DYN-ETCD-021",
    "snapshots.target.keep",
    { snapshots: { target: { ...claim, keep: 0 } } },
    /got 0/,
  ],
  [
    "DYN-ETCD-021",
    "snapshots.target.size",
    { snapshots: { target: { ...claim, size: "big" } } },
    /got "big"/,
  ],
  [
    "DYN-ETCD-022",
    "snapshots.target.size",
    { snapshots: { target: { ...claim, keep: 20 } } },
    /"20Gi" may not hold 20 snapshots.*42Gi/,
  ],
  [
    "DYN-ETCD-023",
    "snapshots.schedule",
    { snapshots: { schedule: "every day" } },
    /five cron fields/,
  ],
  ["DYN-ETCD-023", "defragmentation", { defragmentation: "30 3 * *" }, /got "30 3 \* \*"/],
];

describe("the rules about etcd", () => {
  it("are silent about good installations", () => {
    expect(etcd().findings()).toEqual([]);
    expect(etcd({ members: 5, maxUnavailable: 2 }).findings()).toEqual([]);
    expect(
      etcd({
        defragmentation: "0 2 * * SUN,WED",
        snapshots: { schedule: "*/15 1-5 * * *" },
      }).findings(),
    ).toEqual([]);
    const upload = { kind: "upload", image: "aws:1", command: ["true"] } as const;
    expect(etcd({ snapshots: { target: upload } }).findings()).toEqual([]);
  });

  it.each(mistakes)("fail with %s at %s", (code, path, props, message) => {
    const found = etcd(props).findings();
    expect(found.map((each) => each.code)).toEqual([code]);
    expect(formatPath(found[0]?.path ?? [])).toBe(path);
    expect(found[0]?.message).toMatch(message);
  });

  it("have a mistake for every code", () => {
    const area = Object.keys(codes).filter((code) => code.startsWith("DYN-ETCD-"));
    expect([...new Set(mistakes.map(([code]) => code))].toSorted()).toEqual(area.toSorted());
  });

  it("report everything at once", () => {
    const found = codesOf(etcd({ members: 2 as ServerCount, quota: "1Ti", tls: false }));
    expect(found).toEqual(
      expect.arrayContaining([
        "DYN-ETCD-001",
        "DYN-ETCD-008",
        "DYN-ETCD-005",
        "DYN-ETCD-014",
        "DYN-ETCD-015",
      ]),
    );
  });

  it("are waived with a reason", () => {
    const waive = [{ code: "DYN-ETCD-016", reason: "the pods are in an ambient mesh" }] as const;
    expect(codesOf(etcd({ auth: { kind: "password" }, waive }))).toEqual([]);
  });
});
