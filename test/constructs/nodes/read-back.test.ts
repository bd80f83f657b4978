// SPDX-License-Identifier: Apache-2.0
/** @module A pool that was rendered is read back as the same pool, from its objects and from a graph's annotation. */
import { findMachine, type Machine } from "@dynamo-iac/constructs";
import { poolsOf } from "@dynamo-iac/constructs/estimate";
import { machines, poolsAnnotation } from "@dynamo-iac/constructs/facts";
import type { GpuNodePool, GpuNodePoolProps } from "@dynamo-iac/constructs/nodes";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aks, eksAutoMode, existing, gke, karpenter, written } from "./pools.js";

const zonesOf: Readonly<Record<Machine["cloud"], readonly string[]>> = {
  aws: ["us-west-2a", "us-west-2b", "us-east-1a"],
  azure: ["eastus-1", "eastus-2"],
  gcp: ["us-central1-a", "us-central1-b"],
  other: [],
};
const label = fc.stringMatching(/^[a-z]([-a-z0-9]{0,10}[a-z0-9])?$/);
const taint = fc.record(
  {
    key: label.map((name) => `example.com/${name}`),
    value: label,
    effect: fc.constantFrom("NoSchedule" as const, "NoExecute" as const),
  },
  { requiredKeys: ["key", "effect"] },
);

/** Settings of a pool on one cloud. */
function props(cloud: Machine["cloud"], capacities: readonly string[]) {
  const own = machines.filter((machine) => machine.cloud === cloud && !machine.fractional);
  return fc.record(
    {
      name: label,
      machine: fc.constantFrom(...own),
      zones: fc.uniqueArray(fc.constantFrom(...zonesOf[cloud]), { maxLength: 2 }),
      capacity: fc.constantFrom(...(capacities as NonNullable<GpuNodePoolProps["capacity"]>[])),
      max: fc.integer({ min: 0, max: 500 }),
      labels: fc.dictionary(label, label, { maxKeys: 3 }),
      taints: fc.uniqueArray(taint, { maxLength: 3, selector: ({ key }) => key }),
      diskGiB: fc.integer({ min: 100, max: 4000 }),
      localDisks: fc.constantFrom("images-and-cache" as const, "none" as const),
    },
    { requiredKeys: ["machine", "max"] },
  );
}

const everywhere = ["on-demand", "spot", "reserved", "capacity-block"];
const makers: Readonly<
  Record<
    string,
    readonly [fc.Arbitrary<GpuNodePoolProps>, (given: GpuNodePoolProps) => GpuNodePool]
  >
> = {
  Karpenter: [props("aws", everywhere), karpenter],
  "EKS Auto Mode": [props("aws", everywhere), eksAutoMode],
  AKS: [props("azure", ["on-demand", "spot"]), aks],
  GKE: [props("gcp", ["on-demand", "spot", "reserved", "queued"]), gke],
};

/** The same pool, whatever absent and empty fields it has. */
function plain({ pool }: { readonly pool: object }): unknown {
  return JSON.parse(
    JSON.stringify(pool, (_, value: unknown) =>
      typeof value === "object" && value !== null && Object.keys(value).length === 0
        ? undefined
        : value,
    ),
  );
}

/** The object as somebody else would have written it. */
function bare(object: { readonly metadata: { readonly name: string } }): object {
  return { ...object, metadata: { name: object.metadata.name } };
}

describe.each(Object.entries(makers))("a pool of %s", (kind, [arbitrary, make]) => {
  it("is read back from its objects", () => {
    fc.assert(
      fc.property(arbitrary, (given) => {
        const pool = make(given);
        const { pools, each } = poolsOf(written(pool));
        expect(pools.map((found) => plain({ pool: found }))).toEqual([plain(pool)]);
        const codes = new Set(each.flat().map(({ code }) => code));
        codes.delete("DYN-PLACE-014");
        expect([...codes]).toEqual([]);
      }),
    );
  });

  it("is read back from the specs alone, as far as they can tell", () => {
    fc.assert(
      fc.property(arbitrary, (given) => {
        const pool = make(given);
        const [found] = poolsOf(written(pool).map(bare)).pools;
        const { resources: _, ...told } = pool.pool;
        // A ComputeClass has no limits.
        const max = kind === "GKE" ? 64 : told.max;
        expect(plain({ pool: found ?? {} })).toEqual(plain({ pool: { ...told, max } }));
      }),
    );
  });
});

it("a static pool of Karpenter keeps its machines", () => {
  const pool = karpenter({ min: 3, max: 3 });
  const [found] = poolsOf(written(pool).map(bare)).pools;
  expect(found).toMatchObject({ min: 3, max: 3 });
});

it("machines that are in no table come back with their numbers", () => {
  const base = findMachine("p5.48xlarge");
  if (base === undefined) throw new Error("no p5");
  const pool = existing({ machine: { ...base, type: "lab-1", cloud: "other", vcpu: 64 }, min: 2 });
  const graph = {
    apiVersion: "nvidia.com/v1beta1",
    kind: "DynamoGraphDeployment",
    metadata: {
      name: "g",
      annotations: {
        [poolsAnnotation]: written(karpenter())[0].metadata.annotations[poolsAnnotation],
      },
    },
  };
  const [carried] = poolsOf([graph]).pools;
  expect(carried).toEqual(karpenter().pool);
  const own = karpenter({ machine: pool.pool.machine, name: "lab" });
  expect(poolsOf(written(own)).pools).toEqual([own.pool]);
});
