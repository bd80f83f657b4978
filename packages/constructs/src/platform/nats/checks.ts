// SPDX-License-Identifier: Apache-2.0
/** @module Rules about NATS, each a pure function of the resolved settings. */
import { type Finding, quantityValue, show } from "../../facts/index.js";
import { checkServerSet, type Say, type ServerCodes, sayOf } from "../server-checks.js";
import { type ResolvedNats, type ResolvedUser, speaksTls } from "./resolve.js";

const codes: ServerCodes = {
  count: "DYN-NATS-001",
  single: "DYN-NATS-002",
  disruption: "DYN-NATS-003",
  name: "DYN-NATS-004",
  storage: "DYN-NATS-005",
  image: "DYN-NATS-006",
};

/** Pods of a StatefulSet have a label of its name, a hyphen and a hash of ten characters. */
const longestName = 52;

const mebibyte = 2 ** 20;

/** Largest message that the server can be told to accept. */
const hardLimit = 64 * mebibyte;

/** Largest message that Dynamo sends: ten million bytes of embeddings, in base64, and an envelope. */
const dynamoPayload = 15 * mebibyte;

/** Everything that is wrong with these settings; waivers are not applied. */
export function checkNats(nats: ResolvedNats): readonly Finding[] {
  const say = sayOf("Nats", nats);
  const { image, exporter, reloader } = nats;
  const images = { image, exporter, reloader };
  return [
    ...checkServerSet(nats, { count: "servers", images, longestName, codes }, say),
    ...checkPayload(nats, say),
    ...checkMemory(nats, say),
    ...checkSync(nats, say),
    ...checkTls(nats, say),
    ...checkUsers(nats, say),
  ];
}

function checkPayload({ maxPayload }: ResolvedNats, say: Say): Finding[] {
  const size = quantityValue(maxPayload);
  const path = ["maxPayload"];
  if (!(size >= 1 && size <= hardLimit)) {
    const message = `must be a quantity up to 64Mi, got ${show(maxPayload)}: the server does not start with more`;
    return [say("DYN-NATS-007", path, message, 'Set maxPayload to "15Mi".')];
  }
  if (size >= dynamoPayload) return [];
  const message = `${show(maxPayload)} is less than the 15Mi that a request with images or embeddings may have`;
  return [say("DYN-NATS-008", path, message, 'Set maxPayload to "15Mi".')];
}

/** The memory store and one message on its way in and out have to fit below the limit. */
function checkMemory({ memoryStore, maxPayload, resources }: ResolvedNats, say: Say): Finding[] {
  const store = quantityValue(memoryStore);
  const path = ["memoryStore"];
  if (!(store >= 0)) {
    const message = `must be a quantity, got ${show(memoryStore)}`;
    return [
      say("DYN-NATS-009", path, message, 'Set memoryStore to 0, or to a size such as "512Mi".'),
    ];
  }
  const room = quantityValue(resources.limits?.memory ?? "") / 2;
  if (!(store + 2 * quantityValue(maxPayload) > room)) return [];
  const message = `streams in memory may take ${show(memoryStore)} and a message twice ${show(maxPayload)}, more than half of the memory limit ${show(resources.limits?.memory)}`;
  return [
    say("DYN-NATS-009", path, message, "Raise resources.limits.memory, or lower memoryStore."),
  ];
}

function checkSync({ syncInterval }: ResolvedNats, say: Say): Finding[] {
  if (syncInterval === undefined || /^(always|([0-9]+(ms|s|m|h))+)$/.test(syncInterval)) return [];
  const message = `must be "always" or a time such as "10s", got ${show(syncInterval)}`;
  return [say("DYN-NATS-010", ["syncInterval"], message, 'Set syncInterval to "always".')];
}

function checkTls(nats: ResolvedNats, say: Say): Finding[] {
  const { tls, development, dynamoVersion } = nats;
  if (tls === undefined) {
    if (development) return [];
    const message = "TLS is off: anybody on the network can read requests and join the cluster";
    return [say("DYN-NATS-011", ["tls"], message, "Leave tls out, or set development.")];
  }
  if (tls.clients === "offered" || speaksTls(dynamoVersion)) return [];
  const message = `clients must use TLS, but Dynamo ${dynamoVersion} cannot: its processes stop when they connect`;
  return [
    say(
      "DYN-NATS-012",
      ["tls", "clients"],
      message,
      'Set clients to "offered", or use Dynamo 1.5.',
    ),
  ];
}

function checkUsers(nats: ResolvedNats, say: Say): Finding[] {
  const { users, development } = nats;
  if (users.length === 0) {
    if (development) return [];
    const message = "nobody has to authenticate: any pod can read and write every subject";
    return [say("DYN-NATS-013", ["user"], message, "Leave user out, or set development.")];
  }
  return users.flatMap((user, index) => {
    const path = index === 0 ? ["user"] : ["moreUsers", index - 1];
    return [
      ...checkIdentity(user, path, say),
      ...checkTwice(users, index, path, say),
      ...(index === 0 ? checkPasswordOnTheWire(nats, user, say) : []),
    ];
  });
}

type Path = readonly (string | number)[];

function checkIdentity(user: ResolvedUser, path: Path, say: Say): Finding[] {
  if (user.kind === "password") {
    if (/^[\w.@-]{1,64}$/.test(user.user)) return [];
    const message = `must be letters, digits and any of _ . @ -, got ${show(user.user)}`;
    return [
      say("DYN-NATS-014", [...path, "user"], message, 'Set user to a name such as "dynamo".'),
    ];
  }
  if (/^U[A-Z2-7]{55}$/.test(user.nkey)) return [];
  // What it is instead may be a secret, so it is not repeated.
  const seed = /^S[A-Z2-7]/.test(user.nkey);
  return seed
    ? [
        say(
          "DYN-NATS-015",
          [...path, "nkey"],
          `holds a seed of ${user.nkey.length} characters, which is the secret half, in clear text`,
          "Make a new key pair. Put the public key here and the seed into a Secret.",
        ),
      ]
    : [
        say(
          "DYN-NATS-014",
          [...path, "nkey"],
          `must be the public key of a user, U and 55 letters and digits, got ${user.nkey.length} characters`,
          "Make a key pair with nk -gen user -pubout and put the public key here.",
        ),
      ];
}

function checkTwice(
  users: readonly ResolvedUser[],
  index: number,
  path: Path,
  say: Say,
): Finding[] {
  const nameOf = (user: ResolvedUser | undefined) =>
    user?.kind === "nkey" ? user.nkey : user?.user;
  const name = nameOf(users[index]);
  if (users.findIndex((user) => nameOf(user) === name) === index) return [];
  const message = `${show(name)} is a user already; the server refuses the second`;
  return [say("DYN-NATS-014", path, message, "Give the user another name.")];
}

/** Dynamo's own user: others may well come with TLS. */
function checkPasswordOnTheWire(nats: ResolvedNats, user: ResolvedUser, say: Say): Finding[] {
  const { tls, development, dynamoVersion } = nats;
  if (tls === undefined || development || user.kind === "nkey" || speaksTls(dynamoVersion))
    return [];
  const message = `Dynamo ${dynamoVersion} speaks no TLS to NATS, so ${show(user.user)} sends its password in clear text`;
  return [
    say(
      "DYN-NATS-016",
      ["user"],
      message,
      "Set user to an nkey, whose seed stays in the client; or encrypt the pod network and waive this.",
    ),
  ];
}
