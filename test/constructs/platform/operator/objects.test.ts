// SPDX-License-Identifier: Apache-2.0
/** @module What the operator consists of, what it may do, and what stands around its pods. */
import { type DynamoPlatformProps, platformObjects } from "@dynamo-iac/constructs/platform";
import { describe, expect, it } from "vitest";
import { meaningOf } from "../../../support/platform-meaning.js";
import { full, identity, named, namespace, only, render, type Written } from "./rendered.js";
import {
  addedRules,
  clusterWideRules,
  furtherRoles,
  generatedRules,
  grantsOf,
  inventory,
} from "./tables.js";

describe("the objects of the operator", () => {
  it("are those of the chart under its names, and what one replica or a cluster alone lacks", () => {
    const ours = ["PodDisruptionBudget F-controller-manager", "NetworkPolicy F-controller-manager"];
    expect(render().map(identity).toSorted()).toEqual(
      [...inventory, ...ours].map(named).toSorted(),
    );
    const chartLike = render({ replicas: 1, networkPolicy: false });
    expect(chartLike.map(identity).toSorted()).toEqual(inventory.map(named).toSorted());
  });

  it("are all in the operator's namespace, or in none", () => {
    const cluster = /^(Cluster|Validating|Mutating)/;
    for (const { kind, metadata } of render())
      expect(metadata.namespace, kind).toBe(cluster.test(kind) ? undefined : namespace);
  });

  it("take their names from the release, cut to 63 characters", () => {
    const name = (releaseName: string) => only(render({ releaseName }), "ConfigMap").metadata.name;
    expect(name("serving")).toBe("serving-dynamo-operator-config");
    expect(name("my-dynamo-operator")).toBe("my-dynamo-operator-config");
    expect(name("a".repeat(53))).toBe(`${"a".repeat(53)}-dynamo-op-config`);
    expect(name("a".repeat(62))).toBe(`${"a".repeat(62)}-config`);
  });

  it("carry nothing that is undefined, so that every tool writes the same", () => {
    const text = JSON.stringify(platformObjects());
    expect(text).toBe(JSON.stringify(render()));
    expect(render()).toEqual(render());
  });
});

describe("the rights of the operator", () => {
  const grants = (objects: readonly Written[], role: string) =>
    [...(meaningOf(objects.filter((each) => identity(each) === role)).get("rbac") ?? [])]
      .map((line) => line.slice(line.indexOf(": ") + 2))
      .toSorted();
  const sorted = (rows: string) => [...new Set(grantsOf(rows))].toSorted();

  it("are the union of what the chart's tables say, not more and not less", () => {
    const all = [generatedRules, addedRules, clusterWideRules].join("");
    expect(grants(render(), named("ClusterRole F-manager-role"))).toEqual(sorted(all));
  });

  it.each(Object.entries(furtherRoles))("are those of the table in %s", (role, rows) => {
    expect(grants(render(), `ClusterRole ${named(role)}`)).toEqual(sorted(rows));
  });

  it("reach one Secret by name, and all by creation", () => {
    const { rules } = only(render(), "Role", "F-webhook-cert-manager");
    expect(rules).toEqual([
      {
        apiGroups: [""],
        resources: ["secrets"],
        verbs: ["get", "list", "watch", "update", "patch"],
        resourceNames: ["webhook-server-cert"],
      },
      { apiGroups: [""], resources: ["secrets"], verbs: ["create"] },
    ]);
  });

  it("are bound to the operator's account, and those of profiling to the profiling job's", () => {
    const bindings = render().filter(({ kind }) => kind.endsWith("Binding"));
    for (const each of bindings) {
      const profiling = each.metadata.name.endsWith("dgdr-profiling");
      const name = profiling ? "dgdr-profiling-job" : `${full}-controller-manager`;
      expect(each.subjects).toEqual([{ kind: "ServiceAccount", name, namespace }]);
      expect(render().map(identity)).toContain(`${each.roleRef.kind} ${each.roleRef.name}`);
    }
  });

  it("hold everything that the operator grants to others, or Kubernetes would refuse it", () => {
    const own = new Set(grants(render(), named("ClusterRole F-manager-role")));
    const given = ["F-planner", "F-epp", "F-dgdr-profiling"].flatMap((role) =>
      grants(render(), `ClusterRole ${named(role)}`),
    );
    const lacking = given.filter((line) => !own.has(line));
    // The operator reads nodes through its role for GPU discovery.
    expect(lacking).toEqual(["list core/nodes", "watch core/nodes"]);
  });

  it("of GPU discovery go with its switch", () => {
    const names = render({ gpuDiscovery: false }).map(identity);
    expect(names).not.toContain(named("ClusterRole F-NS-gpu-discovery"));
    expect(render()).toHaveLength(names.length + 2);
  });
});

describe("what stands around the pods", () => {
  it("is a Service for webhooks and one for metrics", () => {
    const objects = render();
    const { matchLabels } = only(objects, "Deployment").spec.selector;
    expect(only(objects, "Service", "F-webhook-service").spec).toEqual({
      selector: matchLabels,
      ports: [{ name: "webhook", port: 443, protocol: "TCP", targetPort: 9443 }],
    });
    expect(only(objects, "Service", "F").spec).toEqual({
      type: "ClusterIP",
      selector: matchLabels,
      ports: [{ name: "metrics", port: 8080, protocol: "TCP", targetPort: "metrics" }],
    });
    const without = render({ monitoring: { metricsService: false } });
    expect(without.filter(({ kind }) => kind === "Service")).toHaveLength(1);
  });

  it("is a network policy that lets API servers in on 9443 and Prometheus on 8080", () => {
    const { spec } = only(render(), "NetworkPolicy");
    expect(spec.policyTypes).toEqual(["Ingress"]);
    expect(spec.ingress).toEqual([
      { ports: [{ protocol: "TCP", port: 9443 }] },
      {
        from: [
          { namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "monitoring" } } },
        ],
        ports: [{ protocol: "TCP", port: 8080 }],
      },
    ]);
    const narrow = render({ networkPolicy: { apiServerCidrs: ["10.0.0.0/28"] } });
    expect(only(narrow, "NetworkPolicy").spec.ingress[0].from).toEqual([
      { ipBlock: { cidr: "10.0.0.0/28" } },
    ]);
  });

  it("is the namespace, at the level restricted, when it is to be made", () => {
    const [first] = render({ createNamespace: true, namespace: "serving" });
    expect(first).toMatchObject({
      kind: "Namespace",
      metadata: {
        name: "serving",
        labels: { "pod-security.kubernetes.io/enforce": "restricted" },
      },
    });
  });

  it("is two queues for KAI Scheduler, unless they are made elsewhere", () => {
    const queues = (props: DynamoPlatformProps) =>
      render(props).filter(({ kind }) => kind === "Queue");
    const kai = { grove: "external", kaiScheduler: "external" } as const;
    const resource = { quota: -1, limit: -1, overQuotaWeight: 1 };
    const resources = { cpu: resource, gpu: resource, memory: resource };
    expect(queues(kai).map(({ metadata, spec }) => [metadata.name, spec])).toEqual([
      ["dynamo-default", { resources }],
      ["dynamo", { parentQueue: "dynamo-default", resources }],
    ]);
    expect(queues({ ...kai, kaiQueues: false })).toEqual([]);
    expect(queues({})).toEqual([]);
  });
});

describe("a restricted operator", () => {
  const objects = render({ namespaceRestriction: {}, namespace: "team" });

  it("has its rights in its namespace, and no CRDs", () => {
    const kinds = (name: string) =>
      objects.filter(({ metadata }) => metadata.name === named(name)).map(({ kind }) => kind);
    expect(kinds("F-manager-role")).toEqual(["Role"]);
    expect(kinds("F-leader-election-role")).toEqual(["Role"]);
    expect(kinds("F-planner")).toEqual([]);
    const role = only(objects, "Role", "F-manager-role");
    expect(role.metadata.namespace).toBe("team");
    expect(JSON.stringify(role.rules)).not.toMatch(/customresourcedefinitions|admissionreg/);
    expect(only(objects, "Deployment").spec.template.spec.initContainers).toBeUndefined();
    const injector = objects.find(({ metadata }) => metadata.name.endsWith("webhook-injector"));
    expect(JSON.stringify(injector)).not.toContain("customresourcedefinitions");
  });

  it("has the accounts of planners, endpoint pickers and profiling ready", () => {
    for (const [account, role, binding] of [
      ["planner-serviceaccount", "planner-role", "planner-binding"],
      ["epp-serviceaccount", "epp-role", "epp-binding"],
      ["dgdr-profiling-job", "dgdr-profiling-job", "dgdr-profiling-job"],
    ]) {
      only(objects, "ServiceAccount", account);
      only(objects, "Role", role);
      expect(only(objects, "RoleBinding", binding).subjects[0].name).toBe(account);
    }
  });
});
