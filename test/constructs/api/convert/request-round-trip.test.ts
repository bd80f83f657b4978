// SPDX-License-Identifier: Apache-2.0
/** @module Nothing of a request gets lost between the two versions. */
import { findKind } from "@dynamo-iac/constructs/api";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import {
  requestToV1alpha1,
  requestToV1beta1,
} from "../../../../packages/constructs/src/api/convert/index.js";
import { textOf, withoutCarriers } from "./comparison.js";
import { type Alpha, alpha, type Beta, beta, config, saved } from "./request-fixture.js";

// Properties take long on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const text = fc.constantFrom("a", "b", "c");
const number = fc.constantFrom(1, 20, 300.5);
const resources = fc.constant({ limits: { cpu: "4" } });
const spec = { noNullPrototype: true, requiredKeys: [] };
const filled = <T extends object>(arbitrary: fc.Arbitrary<T>) =>
  arbitrary.filter((object) => Object.keys(object).length > 0);
const container = fc.record(
  { name: fc.constantFrom("profiler", "side"), image: text, resources },
  { noNullPrototype: true, requiredKeys: ["name"] },
);

const betas: fc.Arbitrary<Partial<Beta["spec"]>> = fc.record(
  {
    features: filled(
      fc.record(
        {
          mocker: fc.record({ enabled: fc.boolean() }, { noNullPrototype: true }),
          planner: fc.constantFrom({ mode: "agg" }, { mode: "disagg", max_gpu_budget: 8 }),
        },
        spec,
      ),
    ),
    hardware: fc.constantFrom({ gpuSku: "l40s", totalGpus: 8 } as const, {}),
    modelCache: filled(fc.record({ pvcName: text, pvcModelPath: text, pvcMountPath: text }, spec)),
    overrides: filled(
      fc.record(
        {
          dgd: fc.constant({ apiVersion: "v", kind: "k" }),
          profilingJob: filled(
            fc.record({ backoffLimit: fc.constant(1), parallelism: fc.constant(2) }, spec),
          ).chain((job) =>
            fc
              .record(
                {
                  containers: fc.uniqueArray(container, { maxLength: 2, selector: (c) => c.name }),
                  nodeSelector: fc.constant({ a: "1" }),
                  tolerations: fc.constant([{ key: "k" }]),
                  serviceAccountName: text,
                },
                { noNullPrototype: true, requiredKeys: ["containers"] },
              )
              .map((pod) => ({ ...job, template: { spec: pod } })),
          ),
        },
        spec,
      ),
    ),
    searchStrategy: fc.constantFrom("rapid", "thorough"),
    sla: filled(
      fc.record(
        { ttft: number, itl: number, e2eLatency: number, optimizationType: fc.constant("latency") },
        spec,
      ),
    ),
    workload: filled(
      fc.record(
        { isl: fc.constant(1), osl: fc.constant(2), concurrency: number, requestRate: number },
        spec,
      ),
    ),
  },
  spec,
) as never;

const alphas: fc.Arbitrary<Partial<Alpha["spec"]>> = fc.record(
  {
    deploymentOverrides: filled(
      fc.record({ name: text, namespace: text, workersImage: text }, spec),
    ),
    enableGpuDiscovery: fc.boolean(),
    useMocker: fc.constant(true),
    profilingConfig: fc
      .record(
        {
          config: fc.record(
            {
              sla: fc.record(
                {
                  ttft: fc.oneof(number, text),
                  isl: fc.oneof(fc.constant(1), fc.constant(null)),
                  optimizationType: fc.constantFrom("latency", "cost"),
                },
                spec,
              ),
              deployment: fc.record(
                {
                  model: text,
                  modelCache: fc.record(
                    { pvcName: fc.oneof(text, fc.constant("")), size: number },
                    spec,
                  ),
                },
                spec,
              ),
              planner: fc.constantFrom({}, { mode: "agg" }, []),
              engine: fc.constant({ backend: "vllm" }),
            },
            spec,
          ),
          configMapRef: fc.constant({ name: "base", key: "k" }),
          outputPVC: text,
          resources,
          nodeSelector: fc.constant({ a: "1" }),
          tolerations: fc.constant([{ key: "k" }]),
        },
        spec,
      )
      .map((profiling) => ({ ...config, ...profiling })),
  },
  spec,
) as never;

describe("arbitrary requests", () => {
  const schemaIssues = (object: Alpha | Beta) =>
    findKind(object.apiVersion, object.kind)?.schema.safeParse(object).error?.issues;

  it("come back from v1alpha1 as they were", () => {
    fc.assert(
      fc.property(betas, (fields) => {
        const newer = beta(fields);
        const { object } = requestToV1alpha1(newer);
        expect(schemaIssues(newer)).toBeUndefined();
        expect(schemaIssues(object)).toBeUndefined();
        expect(textOf(requestToV1beta1(object).object)).toBe(textOf(newer));
      }),
      { numRuns: 300 },
    );
  });

  it("come back from v1beta1 as they were", () => {
    fc.assert(
      fc.property(alphas, (fields) => {
        const older = alpha(fields);
        const { object } = requestToV1beta1(older);
        expect(schemaIssues(older)).toBeUndefined();
        expect(schemaIssues(object)).toBeUndefined();
        expect(textOf(withoutCarriers(requestToV1alpha1(object).object))).toBe(textOf(older));
      }),
      { numRuns: 300 },
    );
  });

  it("leave a finding for whatever is left out", () => {
    fc.assert(
      fc.property(betas, alphas, (newer, older) => {
        const plain = { carriers: false };
        for (const [object, { findings }] of [
          [requestToV1alpha1(beta(newer)).object, requestToV1alpha1(beta(newer), plain)],
          [requestToV1beta1(alpha(older)).object, requestToV1beta1(alpha(older), plain)],
        ] as const)
          expect(findings.length > 0).toBe(saved(object) !== undefined);
      }),
    );
  });
});
