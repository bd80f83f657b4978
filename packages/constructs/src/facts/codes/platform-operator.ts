// SPDX-License-Identifier: Apache-2.0
/** @module Codes about the Dynamo operator, as objects and as chart values. */
import type { CodeFacts } from "./code.js";

export const platformOperatorCodes = {
  "DYN-PLAT-101": {
    severity: "error",
    title: "release name that the platform cannot have",
    why: "Every object is named after it, and the Service of the webhooks may have 63 characters; with `nats` in it the chart computes a NATS address that does not exist, and with `dynamo-operator` its own upgrade looks like a second operator.",
  },
  "DYN-PLAT-102": {
    severity: "error",
    title: "name that no Kubernetes object can have",
    why: "The API server refuses the object.",
  },
  "DYN-PLAT-103": {
    severity: "error",
    title: "version that is no semantic version",
    why: "The operator stops at start when `--operator-version` is none.",
  },
  "DYN-PLAT-104": {
    severity: "warning",
    title: "release of Dynamo other than the one that is rendered for",
    why: "Names, rights, webhooks and values of this library are those of Dynamo 1.4; other releases differ.",
  },
  "DYN-PLAT-105": {
    severity: "warning",
    title: "image of the operator without a version",
    why: "A tag that moves gives replicas different operators, and CRDs of another release.",
  },
  "DYN-PLAT-106": {
    severity: "warning",
    title: "image of the operator from another release",
    why: "The image brings the CRDs; rights and webhooks are rendered for `version`.",
  },
  "DYN-PLAT-107": {
    severity: "error",
    title: "image of the operator that cannot be pulled",
    why: "The kubelet refuses a malformed reference, and the operator stops at a pull policy that it does not know.",
  },
  "DYN-PLAT-108": {
    severity: "error",
    title: "number of operator replicas",
    why: "Without an operator nobody answers the webhooks, and the API server refuses every graph.",
  },
  "DYN-PLAT-109": {
    severity: "warning",
    title: "single operator replica",
    why: "While its pod moves, writes of graphs fail, and reads too that need conversion.",
  },
  "DYN-PLAT-110": {
    severity: "error",
    title: "leader election with a name of its own",
    why: "Two cluster-wide operators with different Leases reconcile the same graphs; the chart refuses it.",
  },
  "DYN-PLAT-111": {
    severity: "error",
    title: "leader election in the operator's own namespace",
    why: "A second cluster-wide operator in another namespace would not see the Lease; the chart refuses it.",
  },
  "DYN-PLAT-112": {
    severity: "error",
    title: "restricted operator that writes CRDs",
    why: "CRDs are the cluster-wide operator's; the chart refuses it since 1.4.",
  },
  "DYN-PLAT-113": {
    severity: "warning",
    title: "operator for one namespace",
    why: "Upstream keeps this mode for development and test, and has deprecated it in 1.4.",
  },
  "DYN-PLAT-114": {
    severity: "error",
    title: "Lease of a namespace that cannot be held",
    why: "The operator stops at start unless both times are positive and it renews before the Lease ends.",
  },
  "DYN-PLAT-115": {
    severity: "error",
    title: "variable that the operator sets itself",
    why: "Of two entries with one name the last counts; the chart refuses the one of snapshots.",
  },
  "DYN-PLAT-116": {
    severity: "warning",
    title: "operator without a memory limit",
    why: "A leak takes the node's memory with it.",
  },
  "DYN-PLAT-117": {
    severity: "error",
    title: "registry mirror that is no registry",
    why: "It takes the place of the host in every image reference.",
  },
  "DYN-PLAT-118": {
    severity: "error",
    title: "registry Secret that is not fully named",
    why: "The chart refuses a registry without server or Secret. Passwords are never taken.",
  },
  "DYN-PLAT-119": {
    severity: "error",
    title: "two cluster-wide operators",
    why: "Both reconcile every graph, and their cluster roles and webhooks collide.",
  },
  "DYN-PLAT-130": {
    severity: "error",
    title: "discovery backend that does not work",
    why: "The chart takes `kubernetes` and `etcd`; with `etcd` every worker waits for an etcd at start.",
  },
  "DYN-PLAT-131": {
    severity: "error",
    title: "NATS address that Dynamo refuses",
    why: "Dynamo takes the scheme `nats`, and `tls` since 1.5; each process stops at start otherwise.",
  },
  "DYN-PLAT-132": {
    severity: "error",
    title: "etcd address that Dynamo refuses",
    why: "It is `host:port`, or http or https and that; several are joined by commas.",
  },
  "DYN-PLAT-133": {
    severity: "error",
    title: "KAI Scheduler together with Volcano",
    why: "A pod has one scheduler; the chart refuses both.",
  },
  "DYN-PLAT-134": {
    severity: "warning",
    title: "pod scheduler without Grove",
    why: "The operator names KAI or Volcano only in the pods of Grove, so the setting does nothing.",
  },
  "DYN-PLAT-135": {
    severity: "warning",
    title: "service of the cluster bundled with the operator",
    why: "What the chart installs with the operator has no life of its own: one replica, upgraded and removed together with it.",
  },
  "DYN-PLAT-136": {
    severity: "error",
    title: "termination delay that is no duration",
    why: "The operator reads a Go duration, not below zero, and stops at start otherwise.",
  },
  "DYN-PLAT-137": {
    severity: "error",
    title: "address that is no URL",
    why: "The operator puts it into every component; it stops at start when the ModelExpress address does not parse.",
  },
  "DYN-PLAT-138": {
    severity: "error",
    title: "mutual TLS without certificate and key",
    why: "The operator's configuration is refused: `MUTUAL` needs both files.",
  },
  "DYN-PLAT-139": {
    severity: "error",
    title: "ingress settings that do nothing",
    why: "The operator makes an Ingress only with a class, and a VirtualService only for a gateway that it finds.",
  },
  "DYN-PLAT-140": {
    severity: "error",
    title: "checkpoint storage that is incomplete",
    why: "The chart wants the name of the claim and the path at which the snapshot agent mounts it; storage other than a claim was never implemented.",
  },
  "DYN-PLAT-141": {
    severity: "warning",
    title: "cluster-wide operator that may not read nodes",
    why: "A cluster-wide operator always looks for GPUs, and binds a role that reads nodes to profiling jobs: without the right itself both are denied.",
  },
  "DYN-PLAT-142": {
    severity: "error",
    title: "orchestrator that is neither on nor off",
    why: "Objects and chart would read it differently.",
  },
  "DYN-PLAT-150": {
    severity: "error",
    title: "webhook certificates that the API server cannot check",
    why: "Without the authority every write of a graph fails with an x509 error.",
  },
  "DYN-PLAT-151": {
    severity: "error",
    title: "certificate that is renewed too late",
    why: "cert-manager refuses a certificate that is renewed before it is issued, or lives less than an hour.",
  },
  "DYN-PLAT-152": {
    severity: "warning",
    title: "webhooks that may be skipped",
    why: "While no operator answers, graphs are stored unchecked and without defaults.",
  },
  "DYN-PLAT-153": {
    severity: "warning",
    title: "operator that may stop every pod of the cluster",
    why: "The webhook sees the creation of all pods; when it has to answer, none starts while it does not.",
  },
  "DYN-PLAT-154": {
    severity: "error",
    title: "webhook timeout out of bounds",
    why: "The API server takes 1 to 30 seconds.",
  },
  "DYN-PLAT-155": {
    severity: "error",
    title: "network that is no CIDR",
    why: "The API server refuses the network policy.",
  },
  "DYN-PLAT-156": {
    severity: "error",
    title: "operator that its own webhook keeps from starting",
    why: "With self-managed certificates the operator writes its authority into the webhook only when it starts; a webhook for all pods that must answer refuses the pod that would do so.",
  },
  "DYN-PLAT-160": {
    severity: "error",
    title: "bundled service without the chart",
    why: "Only the chart brings NATS, etcd, Grove and KAI Scheduler with it.",
  },
  "DYN-PLAT-161": {
    severity: "warning",
    title: "setting that the chart cannot say",
    why: "No value of chart dynamo-platform 1.4.0 carries it, so it has no effect.",
  },
  "DYN-PLAT-162": {
    severity: "warning",
    title: "bundled orchestrator that keeps its registry",
    why: "The mirror reaches the images of the operator, NATS and etcd; Grove and KAI Scheduler have registry settings of their own.",
  },
  "DYN-PLAT-170": {
    severity: "error",
    title: "chart value that does not exist",
    why: "Helm ignores a key that no template reads, so the setting silently does nothing.",
  },
  "DYN-PLAT-171": {
    severity: "error",
    title: "chart value of the wrong kind",
    why: "The template renders something else than was meant, or fails.",
  },
  "DYN-PLAT-172": {
    severity: "error",
    title: "chart value that was removed",
    why: "The chart refuses values of older releases instead of ignoring them.",
  },
  "DYN-PLAT-173": {
    severity: "error",
    title: "namespace selector of the webhooks",
    why: "The chart refuses it: graphs outside of the selection would be stored unchecked.",
  },
  "DYN-PLAT-174": {
    severity: "error",
    title: "password in chart values",
    why: "Values are kept in Git, in the state of tools, and in a Secret of every release.",
  },
} as const satisfies Record<string, CodeFacts>;
