// SPDX-License-Identifier: Apache-2.0
/**
 * @module The Kubernetes part of stacks/eks through Pulumi's real engine: up, no change, a change, destroy in order.
 *
 * What is here: the namespaces and classes that come first, and everything that the graphs need and are, in the order
 * of the stack's program. What is not: Helm releases and the objects that their components add (secret stores, the
 * class and the entry of the load balancer), because charts come from the network.
 *
 * The operator cannot be had, so three parts of it are played: its pods run on machines of kwok, in name only; when they
 * start, this test writes the certificate authority into the webhook configurations that are there, once, as the operator does
 * at its start and cert-manager at any time; and its webhooks, which keep `failurePolicy: Fail`, are asked at an address
 * of this test, which allows everything. What the operator makes of a graph is not proven.
 */
import { environmentOf } from "@dynamo-iac/clouds/environment";
import { Manifests, type OrderedManifest, token } from "@dynamo-iac/clouds/kubernetes";
import { readStackProgram } from "@dynamo-iac/clouds/plan";
import { output } from "@pulumi/pulumi";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { baseObjects } from "../../stacks/eks/src/base-objects.js";
import { type Addresses, workload } from "../../stacks/eks/src/workload.js";
import { stackFolder } from "../support/clouds/eks-stack.js";
import type { KubernetesObject } from "./support/api-client.js";
import { type Cluster, startCluster } from "./support/cluster.js";
import { definitionFrom, definitionsOf, dynamoCrds, dynamoDefinitions } from "./support/crds.js";
import { isGraph, withOneMoreReplica } from "./support/examples.js";
import { nodeOf, plainMachine } from "./support/nodes.js";
import { OperatorStandIn } from "./support/operator-stand-in.js";
import { findPrograms } from "./support/programs.js";
import { changedFields, pulumiPrograms, pulumiStack, Timeline } from "./support/pulumi-stack.js";
import { count, timed } from "./support/report.js";

const companions = ["kube-controller-manager", "kube-scheduler", "kwok"] as const;
const programs = findPrograms(
  "etcd",
  "kube-apiserver",
  "kubectl",
  ...companions,
  ...pulumiPrograms,
);

/** The stack itself, the provider, and a component for each of the two parts. */
const others = 4;

/** System machines, one per zone. */
const machines = ["a", "b", "c"].map((zone) => ({
  ...plainMachine(`system-${zone}`),
  labels: { "topology.kubernetes.io/zone": `us-west-2${zone}` },
}));

const operator = "dynamo-platform-dynamo-operator";
const system = "dynamo-system";

/** What the program gives to Manifests, first and last; the addresses are Outputs, as there. */
function stackObjects(name: string) {
  const { config, project } = readStackProgram(stackFolder, name);
  const environment = environmentOf(config, project, "aws");
  const later = (text: string) => token(output(text));
  const addresses: Addresses = {
    fileSystemId: later("fs-0123456789abcdef0"),
    lustre:
      environment.storage.lustre === undefined
        ? undefined
        : {
            fileSystemId: later("fs-0fedcba9876543210"),
            dnsName: later("fs-0fedcba9876543210.fsx.us-west-2.amazonaws.com"),
            mountName: later("abcdefgh"),
          },
  };
  const base = baseObjects(environment, "standard");
  const load = workload(environment, addresses).app.manifests();
  const all = [
    ...base,
    ...load.map(({ manifest }) => manifest),
  ] as unknown as readonly KubernetesObject[];
  return { base, load, all };
}

const stacks = { dev: stackObjects("dev"), prod: stackObjects("prod") };

describe.skipIf(programs === undefined || dynamoCrds === undefined)(
  "the stack in a cluster",
  () => {
    let cluster: Cluster;

    beforeAll(async () => {
      if (programs === undefined) return;
      const crds = [
        ...definitionsOf([...stacks.dev.all, ...stacks.prod.all]),
        ...dynamoDefinitions("v1beta1"),
        definitionFrom(
          "snapshot.storage.k8s.io",
          "v1",
          "VolumeSnapshotClass",
          "volumesnapshotclasses",
        ),
      ];
      cluster = await startCluster(programs, companions, crds);
      const nodes = await cluster.apply(machines.map(nodeOf));
      expect(nodes.flatMap(({ error }) => error ?? [])).toEqual([]);
    }, 120_000);
    afterAll(() => cluster?.stop());

    it.each(["dev", "prod"] as const)(
      "%s goes up, stays as it is, changes and goes away in order",
      async (name) => {
        if (programs === undefined) return;
        const { base, load, all } = stacks[name];
        const graph = all.find(isGraph);
        if (graph === undefined) throw new Error("the stack has no graph");
        const standIn = await OperatorStandIn.start(cluster, system);
        onTestFinished(() => standIn.stop());

        let wanted: readonly OrderedManifest[] = load;
        const { stack, remove } = await pulumiStack(programs, cluster, (provider) => {
          const first = new Manifests("base", { manifests: base }, { provider });
          new Manifests(
            "workload",
            { manifests: wanted, transform: standIn.redirect },
            { provider, dependsOn: [first] },
          );
        });
        onTestFinished(remove);

        const started = standIn.writesAuthorityAtItsStart();
        const up = await timed("pulumi up", () => stack.up());
        await started;
        expect(up.summary.resourceChanges).toEqual({ create: all.length + others });
        const reviewed = `CREATE DynamoGraphDeployment ${graph.metadata.name}`;
        expect(
          standIn.reviews.filter((review) => review.endsWith(reviewed)).length,
        ).toBeGreaterThan(1);

        await standIn.claims(graph);
        const again = await timed("pulumi preview", () => stack.preview({ refresh: true }));
        expect(again.changeSummary).toEqual({ same: all.length + others });

        wanted = load.map((each) => ({
          ...each,
          manifest: withOneMoreReplica(each.manifest as KubernetesObject),
        }));
        const graphName = `inference/DynamoGraphDeployment/${graph.metadata.name}`;
        expect(await changedFields(stack)).toEqual([`${graphName}: spec.components[0].replicas`]);

        const released = standIn.releases(graph, `${operator}-controller-manager`);
        const timeline = new Timeline();
        const destroyed = await timed("pulumi destroy", () =>
          stack.destroy({ onEvent: timeline.note }),
        );
        await released;
        expect(destroyed.summary.resourceChanges).toEqual({ delete: all.length + others });
        expect(await cluster.remaining(all)).toEqual([]);

        const pods = `${system}/Deployment/${operator}-controller-manager`;
        const rights = `ClusterRoleBinding/${operator}-manager-rolebinding`;
        const machine = `NodePool/${all.find(({ kind }) => kind === "NodePool")?.metadata.name}`;
        const volume = all.find(({ kind }) => kind === "PersistentVolume");
        const claim = "inference/PersistentVolumeClaim/models";
        expect([
          ...timeline.disorder(graphName, pods, rights, "Namespace/dynamo-system"),
          ...timeline.disorder(graphName, `ValidatingWebhookConfiguration/${operator}-validating`),
          ...timeline.disorder(graphName, claim, machine),
          ...timeline.disorder(pods, machine),
          ...timeline.disorder(claim, "Namespace/inference"),
          ...(volume === undefined
            ? []
            : timeline.disorder(claim, `PersistentVolume/${volume.metadata.name}`)),
        ]).toEqual([]);
        count("Kubernetes objects of stacks that Pulumi brought up and destroyed", all.length);
      },
      300_000,
    );
  },
);
