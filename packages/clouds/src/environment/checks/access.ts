// SPDX-License-Identifier: Apache-2.0
/** @module Rules about secrets, administrators, and the way in for clients. */
import { show } from "@dynamo-iac/constructs/facts";
import { isEverybody } from "../../addresses/index.js";
import type { Environment } from "../environment.js";
import type { Ingress } from "../sections/ingress.js";
import { type Mistake, mistake, type RuleContext, setTo, takeOut } from "./mistake.js";

/** Secrets and principals. */
export function* checkSecurity(
  { cloud, preset, security }: Environment,
  { secrets }: RuleContext,
): Iterable<Mistake> {
  if (secrets.length > 0 && !security.literalSecrets)
    yield mistake(
      "DYN-STACK-050",
      ["huggingFaceToken"],
      "is a secret in the configuration, and security.literalSecrets does not allow that",
      takeOut(["huggingFaceToken"]),
      [["security", "literalSecrets"]],
    );
  if (security.literalSecrets && preset === "production")
    yield mistake(
      "DYN-STACK-051",
      ["security", "literalSecrets"],
      "is true in production, where secrets come from the cloud's secret store only",
      setTo(["security", "literalSecrets"], false),
      [["preset"]],
    );
  if (security.literalSecrets && security.huggingFaceSecret !== undefined && secrets.length > 0)
    yield mistake(
      "DYN-STACK-051",
      ["huggingFaceToken"],
      `would be written over the value of ${show(security.huggingFaceSecret)}, which this environment does not own`,
      takeOut(["huggingFaceToken"]),
    );
  if (cloud !== "aws") return;
  for (const key of ["clusterAdmins", "clusterViewers"] as const) {
    for (const [index, principal] of security[key].entries()) {
      if (/^arn:aws[a-z-]*:iam::\d{12}:(role|user)\/\S+$/.test(principal)) continue;
      yield mistake(
        "DYN-STACK-052",
        ["security", key, index],
        `${show(principal)} is no ARN of an IAM role or user`,
        setTo(["security", key, index], "arn:aws:iam::111122223333:role/platform"),
      );
    }
  }
}

/** Host name, certificate and load balancer. */
export function* checkIngress({ ingress }: Environment): Iterable<Mistake> {
  if (ingress === undefined) return;
  const { host, hostedZone, certificate } = ingress;
  if (hostedZone !== undefined && host !== hostedZone && !host.endsWith(`.${hostedZone}`))
    yield mistake(
      "DYN-STACK-060",
      ["ingress", "hostedZone"],
      `${hostedZone} does not hold ${host}`,
      setTo(["ingress", "hostedZone"], host.split(".").slice(1).join(".") || host),
      [["ingress", "host"]],
    );
  if (hostedZone === undefined && certificate === undefined)
    yield mistake(
      "DYN-STACK-061",
      ["ingress"],
      "names neither a certificate nor the DNS zone in which one could be proven: prompts would travel unencrypted",
      setTo(["ingress", "hostedZone"], host.split(".").slice(1).join(".") || host),
      [["ingress", "host"]],
    );
  yield* checkSources(ingress);
}

function* checkSources({ scheme, allowedCidrs }: Ingress): Iterable<Mistake> {
  const path = ["ingress", "allowedCidrs"];
  if (allowedCidrs.length === 0)
    yield mistake(
      "DYN-STACK-062",
      path,
      `names no network that may reach the ${scheme} load balancer`,
      setTo([...path, 0], "203.0.113.0/24"),
      [["ingress", "scheme"]],
    );
  for (const [index, cidr] of allowedCidrs.entries()) {
    if (scheme === "internet-facing" && isEverybody(cidr))
      yield mistake(
        "DYN-STACK-063",
        [...path, index],
        `${cidr} lets everybody on the internet use the GPUs: Dynamo's frontend asks nobody who they are`,
        setTo([...path, index], "203.0.113.0/24"),
        [["ingress", "scheme"]],
      );
  }
}
