// SPDX-License-Identifier: Apache-2.0
/** @module Rules about etcd, each a pure function of the resolved settings. */
import { type Finding, quantityValue, show } from "../../facts/index.js";
import { checkServerSet, checkSize, type Say, type ServerCodes, sayOf } from "../server-checks.js";
import { clientsUseTls, type ResolvedEtcd } from "./resolve.js";

const codes: ServerCodes = {
  count: "DYN-ETCD-001",
  single: "DYN-ETCD-002",
  disruption: "DYN-ETCD-003",
  name: "DYN-ETCD-004",
  storage: "DYN-ETCD-005",
  image: "DYN-ETCD-006",
};

/** A CronJob has at most 52 characters, because its Jobs get eleven more; ours ends in `-snapshot`. */
const longestName = 52 - "-snapshot".length;

const gibibyte = 2 ** 30;

/** What upstream advises at most: a larger database takes long to read at a start. */
const largestQuota = 8 * gibibyte;

/** Everything that is wrong with these settings; waivers are not applied. */
export function checkEtcd(etcd: ResolvedEtcd): readonly Finding[] {
  const say = sayOf("Etcd", etcd);
  const { image, shellImage } = etcd;
  const images = { image, shellImage };
  return [
    ...checkServerSet(etcd, { count: "members", images, longestName, codes }, say),
    ...checkQuota(etcd, say),
    ...checkCompaction(etcd, say),
    ...checkTiming(etcd, say),
    ...checkGeneration(etcd, say),
    ...checkTls(etcd, say),
    ...checkAuth(etcd, say),
    ...checkSnapshots(etcd, say),
    ...checkSchedule(etcd.defragmentation, ["defragmentation"], say),
  ];
}

function checkQuota({ quota, storage, resources }: ResolvedEtcd, say: Say): Finding[] {
  const size = quantityValue(quota);
  const path = ["quota"];
  if (!(size >= gibibyte / 16)) {
    const message = `must be a quantity of at least 64Mi, got ${show(quota)}`;
    return [say("DYN-ETCD-007", path, message, 'Set quota to "2Gi".')];
  }
  const found: Finding[] = [];
  if (size > largestQuota) {
    const message = `${show(quota)} is above the 8Gi that etcd is advised to hold: a member reads it all when it starts`;
    found.push(say("DYN-ETCD-008", path, message, 'Set quota to "8Gi" or less.'));
  }
  // Shrinking writes a second copy; a gibibyte is for the log and snapshots of Raft.
  const needed = 2 * size + gibibyte;
  if (quantityValue(storage.size) < needed) {
    const message = `${show(storage.size)} is less than ${gibibytes(needed)}: twice the quota of ${show(quota)} while it is defragmented, and 1Gi of log`;
    const fix = `Set storage.size to "${gibibytes(needed)}" or lower quota.`;
    found.push(say("DYN-ETCD-005", ["storage", "size"], message, fix));
  }
  const limit = quantityValue(resources.limits?.memory ?? "");
  if (limit < size) {
    const message = `the memory limit ${show(resources.limits?.memory)} is below the quota ${show(quota)}; etcd maps the whole database into memory`;
    const fix = "Raise resources.limits.memory above quota.";
    found.push(say("DYN-ETCD-009", ["resources", "limits", "memory"], message, fix));
  }
  return found;
}

function gibibytes(bytes: number): string {
  return `${Math.ceil(bytes / gibibyte)}Gi`;
}

function checkCompaction({ compaction, quota }: ResolvedEtcd, say: Say): Finding[] {
  if (compaction === undefined) {
    const message = `every revision of every key is kept, until the quota of ${show(quota)} is full and etcd refuses to write`;
    return [say("DYN-ETCD-010", ["compaction"], message, "Leave compaction out.")];
  }
  const { mode, retention } = compaction;
  const form = mode === "periodic" ? /^([0-9]+(s|m|h))+$/ : /^[1-9][0-9]*$/;
  if (form.test(retention)) return [];
  const wanted = mode === "periodic" ? 'a time such as "1h"' : 'a number such as "1000"';
  const message = `must be ${wanted} in mode ${mode}, got ${show(retention)}`;
  return [say("DYN-ETCD-011", ["compaction", "retention"], message, `Set retention to ${wanted}.`)];
}

/** etcd does not start outside of these bounds. */
function checkTiming(etcd: ResolvedEtcd, say: Say): Finding[] {
  const { heartbeatMilliseconds: beat, electionMilliseconds: election } = etcd;
  if (!(Number.isInteger(beat) && beat >= 1)) {
    const message = `must be a whole number of at least 1, got ${show(beat)}`;
    return [say("DYN-ETCD-012", ["heartbeatMilliseconds"], message, "Set it to 100.")];
  }
  if (Number.isInteger(election) && election >= 5 * beat && election <= 50_000) return [];
  const message = `must be from five heartbeats (${5 * beat}) to 50000, got ${show(election)}`;
  const fix = `Set electionMilliseconds to ${Math.min(10 * beat, 50_000)}.`;
  return [say("DYN-ETCD-012", ["electionMilliseconds"], message, fix)];
}

function checkGeneration({ generation }: ResolvedEtcd, say: Say): Finding[] {
  if (Number.isInteger(generation) && generation >= 1) return [];
  const message = `must be a whole number of at least 1, got ${show(generation)}`;
  return [
    say("DYN-ETCD-013", ["generation"], message, "Set generation to 1, or one more than it was."),
  ];
}

function checkTls(etcd: ResolvedEtcd, say: Say): Finding[] {
  const { tls, auth, development } = etcd;
  const found: Finding[] = [];
  if (tls === undefined && !development) {
    const message = "TLS is off: anybody on the network can read the keys and join the cluster";
    found.push(say("DYN-ETCD-014", ["tls"], message, "Leave tls out, or set development."));
  }
  if (tls === undefined && auth?.kind === "certificate") {
    const message = "clients are to be known by their certificates, but without TLS they show none";
    found.push(say("DYN-ETCD-015", ["auth"], message, 'Leave tls out, or use kind "password".'));
  }
  if (tls !== undefined && !clientsUseTls(etcd) && !development) {
    const message =
      "clients send their password and all data in clear text: Dynamo uses a password or TLS, never both";
    const fix = 'Use kind "certificate"; or encrypt the pod network and waive this.';
    found.push(say("DYN-ETCD-016", ["auth", "kind"], message, fix));
  }
  if (tls?.source.kind === "issuer" && auth?.kind === "certificate") {
    const { issuer } = tls.source;
    const message = `whoever gets a certificate for "root" from ${issuer.kind ?? "Issuer"} ${show(issuer.name)} is the administrator of etcd`;
    const fix = "Leave issuer out, or waive this for an issuer that serves this etcd alone.";
    found.push(say("DYN-ETCD-017", ["tls", "issuer"], message, fix));
  }
  return found;
}

function checkAuth({ auth, development }: ResolvedEtcd, say: Say): Finding[] {
  if (auth === undefined) {
    if (development) return [];
    const message = "nobody has to authenticate: any client can change where requests are sent";
    return [say("DYN-ETCD-018", ["auth"], message, "Leave auth out, or set development.")];
  }
  if (auth.user === "root") {
    const message = 'Dynamo\'s user is "root", who may also change users and stop authentication';
    return [say("DYN-ETCD-019", ["auth", "user"], message, 'Set user to "dynamo".')];
  }
  if (/^[\w.-]{1,64}$/.test(auth.user)) return [];
  const message = `must be letters, digits and any of _ . -, got ${show(auth.user)}`;
  return [say("DYN-ETCD-019", ["auth", "user"], message, 'Set user to "dynamo".')];
}

function checkSnapshots(etcd: ResolvedEtcd, say: Say): readonly Finding[] {
  const { snapshots, quota, development } = etcd;
  if (snapshots === undefined) {
    if (development) return [];
    const message =
      "no snapshots are taken: when a majority of the volumes is lost, so is everything";
    return [say("DYN-ETCD-020", ["snapshots"], message, "Leave snapshots out, or waive this.")];
  }
  const { schedule, target } = snapshots;
  const found = [...checkSchedule(schedule, ["snapshots", "schedule"], say)];
  if (target.kind === "upload") return found;
  const path = ["snapshots", "target"];
  if (!(Number.isInteger(target.keep) && target.keep >= 1)) {
    const message = `must be a whole number of at least 1, got ${show(target.keep)}`;
    return [...found, say("DYN-ETCD-021", [...path, "keep"], message, "Set keep to 8.")];
  }
  if (target.made === undefined) return found;
  const { size } = target.made;
  const bad = checkSize(size, [...path, "size"], "DYN-ETCD-021", say);
  if (bad.length > 0) return [...found, ...bad];
  const needed = (target.keep + 1) * quantityValue(quota);
  if (quantityValue(size) >= needed) return found;
  const message = `${show(size)} may not hold ${target.keep} snapshots and a new one of up to ${show(quota)} each: ${gibibytes(needed)}`;
  const fix = `Set size to "${gibibytes(needed)}", or keep fewer.`;
  return [...found, say("DYN-ETCD-022", [...path, "size"], message, fix)];
}

const cronField = String.raw`(\*|[0-9A-Za-z]+(-[0-9A-Za-z]+)?)(/[0-9]+)?`;
const cronList = `${cronField}(,${cronField})*`;
const cron = new RegExp(
  `^(@(hourly|daily|midnight|weekly|monthly|yearly|annually)|${cronList}( +${cronList}){4})$`,
);

function checkSchedule(schedule: string | undefined, path: string[], say: Say): readonly Finding[] {
  if (schedule === undefined || cron.test(schedule)) return [];
  const message = `must be five cron fields or a name such as @daily, got ${show(schedule)}`;
  return [say("DYN-ETCD-023", path, message, 'Set it to "0 */6 * * *".')];
}
