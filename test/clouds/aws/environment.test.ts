// SPDX-License-Identifier: Apache-2.0
import {
  AddOns,
  Cluster,
  Network,
  PodIdentity,
  policies,
  SystemNodes,
} from "@dynamo-iac/clouds/aws";
import { describe, expect, it } from "vitest";
import { planOf } from "../../support/clouds/record.js";

const region = "us-west-2";
const tags = { team: "inference" };

/** Network, cluster, nodes, add-ons and an identity, as a stack composes them. */
function environment(): void {
  const network = new Network("dynamo", { region, clusterName: "dynamo", tags });
  const cluster = new Cluster("dynamo", {
    network,
    access: {
      platform: { principalArn: "arn:aws:iam::123456789012:role/platform", level: "cluster-admin" },
    },
    tags,
  });
  const system = new SystemNodes("system", { cluster, network, tags });
  new AddOns("dynamo", { cluster, nodes: [system.nodeGroup], tags });
  new PodIdentity("load-balancers", {
    cluster,
    namespace: "kube-system",
    serviceAccount: "aws-load-balancer-controller",
    statements: policies.loadBalancerController({ region, clusterName: cluster.name }),
    tags,
  });
}

describe("an environment of these components", () => {
  it("has the same resources in the offline plan of a preview and of an update", async () => {
    const preview = await planOf(environment);
    const update = await planOf(environment, { mode: "update" });
    console.log(
      preview.resources.length,
      preview.problems,
      JSON.stringify(preview.resources[30], null, 1),
      JSON.stringify(
        update.resources.find((r) => r.type.includes("eks/cluster:")),
        null,
        1,
      ),
      Object.keys(preview),
    );
    expect(update.resources.map(({ urn }) => urn)).toEqual(preview.resources.map(({ urn }) => urn));
  });
});
