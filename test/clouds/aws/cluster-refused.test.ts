// SPDX-License-Identifier: Apache-2.0
/** @module A cluster of EKS that is refused, or warned of. */
import type { ClusterProps } from "@dynamo-iac/clouds/aws";
import { describe, expect, it } from "vitest";
import { checkCluster } from "../../../packages/clouds/src/aws/cluster/checks.js";
import { resolveCluster } from "../../../packages/clouds/src/aws/cluster/resolve.js";
import { access, admin, make } from "./clusters.js";
import { brief, refused } from "./findings.js";
import { network } from "./refs.js";

describe("a cluster that is refused", () => {
  const user = (principalArn: string) => ({ principalArn, level: "view" }) as const;
  it.each<[string, Partial<ClusterProps>, readonly string[]]>([
    ["name", { clusterName: "my cluster" }, ["DYN-AWS-012 clusterName"]],
    ["release", { kubernetesVersion: "1.29" as "1.35" }, ["DYN-AWS-020 kubernetesVersion"]],
    ["nobody", { access: {} }, ["DYN-AWS-021 access"]],
    [
      "everybody",
      { publicEndpoint: { allowedCidrs: ["0.0.0.0/0"] } },
      ["DYN-AWS-022 publicEndpoint.allowedCidrs[0]"],
    ],
    [
      "half of the world",
      { publicEndpoint: { allowedCidrs: ["128.0.0.0/1"] } },
      ["DYN-AWS-022 publicEndpoint.allowedCidrs[0]"],
    ],
    [
      "IPv6",
      { publicEndpoint: { allowedCidrs: ["::/0"] } },
      ["DYN-AWS-022 publicEndpoint.allowedCidrs[0]"],
    ],
    [
      "no address",
      { publicEndpoint: { allowedCidrs: [] } },
      ["DYN-AWS-022 publicEndpoint.allowedCidrs"],
    ],
    [
      "private address in public",
      { publicEndpoint: { allowedCidrs: ["10.0.0.0/8"] } },
      ["DYN-AWS-022 publicEndpoint.allowedCidrs[0]"],
    ],
    ["public client", { apiClientCidrs: ["203.0.113.0/24"] }, ["DYN-AWS-022 apiClientCidrs[0]"]],
    ["Services in the VPC", { serviceCidr: "10.0.0.0/16" }, ["DYN-AWS-023 serviceCidr"]],
    ["Services too wide", { serviceCidr: "10.0.0.0/8" }, ["DYN-AWS-023 serviceCidr"]],
    [
      "one zone",
      { network: { ...network, intraSubnets: network.intraSubnets.slice(0, 1) } },
      ["DYN-AWS-004 network.intraSubnets"],
    ],
    [
      "session",
      { access: { ...access, me: user("arn:aws:sts::123456789012:assumed-role/a/b") } },
      ["DYN-AWS-025 access.me.principalArn"],
    ],
    ["no ARN", { access: { ...access, me: user("me") } }, ["DYN-AWS-011 access.me.principalArn"]],
    [
      "one principal twice",
      { access: { ...access, zoe: user(admin) } },
      ["DYN-AWS-025 access.zoe"],
    ],
    [
      "limited cluster-admin",
      { access: { a: { principalArn: admin, level: "cluster-admin", namespaces: ["x"] } } },
      ["DYN-AWS-025 access.a.namespaces"],
    ],
    [
      "namespace",
      {
        access: {
          ...access,
          b: { ...user("arn:aws:iam::123456789012:role/b"), namespaces: ["A"] },
        },
      },
      ["DYN-AWS-025 access.b.namespaces"],
    ],
    ["retention", { logRetentionDays: 8 }, ["DYN-AWS-010 logRetentionDays"]],
    [
      "add-on version",
      { addOnVersions: { "vpc-cni": "latest" } },
      ["DYN-AWS-027 addOnVersions.vpc-cni"],
    ],
  ])("%s", async (_, props, expected) => {
    const found = await refused(() => make(props));
    expect(brief(found.filter(({ severity }) => severity === "error"))).toEqual(expected);
  });

  it("is told that everybody can call the API server", async () => {
    const [found] = await refused(() => make({ publicEndpoint: { allowedCidrs: ["0.0.0.0/0"] } }));
    expect(found?.message).toBe("0.0.0.0/0 opens the API server to everybody");
    expect(found?.fix).toBe(
      "Name the addresses of offices and runners, or leave publicEndpoint out.",
    );
  });

  it("is warned when there is no audit log", () => {
    const found = checkCluster(resolveCluster("dynamo", { network, access, logs: ["api"] }));
    expect(brief(found)).toEqual(["DYN-AWS-026 logs"]);
  });
});
