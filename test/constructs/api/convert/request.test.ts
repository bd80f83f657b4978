// SPDX-License-Identifier: Apache-2.0
/** @module DynamoGraphDeploymentRequest between the versions. */
import { describe, expect, it } from "vitest";
import {
  requestToV1alpha1,
  requestToV1beta1,
} from "../../../../packages/constructs/src/api/convert/index.js";
import { textOf } from "./comparison.js";
import { alpha, beta, config, saved } from "./request-fixture.js";

describe("what both versions say of a request", () => {
  const tolerations = [{ key: "nvidia.com/gpu", operator: "Exists" }];
  const older = alpha({
    runtimeVersionOverride: "1.4.0",
    useMocker: true,
    profilingConfig: {
      ...config,
      config: {
        sla: { ttft: 200.5, itl: 20, isl: 3000, osl: 150, optimizationType: "latency" },
        deployment: {
          modelCache: { pvcName: "models", modelPathInPvc: "qwen", pvcMountPath: "/models" },
        },
        planner: { mode: "agg" },
      },
      resources: { limits: { cpu: "4" } },
      tolerations,
      nodeSelector: { pool: "cpu" },
    },
  });
  const newer = beta({
    runtimeVersionOverride: "1.4.0",
    features: { mocker: { enabled: true }, planner: { mode: "agg" } },
    sla: { ttft: 200.5, itl: 20, optimizationType: "latency" },
    workload: { isl: 3000, osl: 150 },
    modelCache: { pvcName: "models", pvcModelPath: "qwen", pvcMountPath: "/models" },
    overrides: {
      profilingJob: {
        template: {
          spec: {
            containers: [{ name: "", resources: { limits: { cpu: "4" } } }],
            tolerations,
            nodeSelector: { pool: "cpu" },
          },
        },
      },
    },
  });

  it("is native in v1beta1", () => {
    expect(requestToV1beta1(older)).toStrictEqual({ object: newer, findings: [] });
  });

  it("is native in v1alpha1", () => {
    expect(requestToV1alpha1(newer)).toStrictEqual({ object: older, findings: [] });
  });

  it("has explicit defaults: autoApply differs between the versions, backend is required", () => {
    const { autoApply: _autoApply, ...spec } = older.spec;
    expect(requestToV1beta1({ ...older, spec }).object.spec.autoApply).toBe(false);
    const { object } = requestToV1alpha1({ ...newer, spec: { model: "m" } });
    expect(object.spec).toStrictEqual({
      model: "m",
      backend: "auto",
      autoApply: true,
      profilingConfig: { profilerImage: "" },
    });
  });

  it("takes the image of the workers when there is no profiler image", () => {
    const spec = {
      profilingConfig: { profilerImage: "" },
      deploymentOverrides: { workersImage: "w" },
    };
    expect(requestToV1beta1(alpha(spec)).object.spec.image).toBe("w");
  });
});

describe("what v1beta1 cannot say of a request", () => {
  const older = alpha({
    enableGpuDiscovery: false,
    deploymentOverrides: { name: "g", labels: { a: "1" } },
    profilingConfig: {
      ...config,
      config: {
        engine: { backend: "vllm", nothing: null },
        sla: { ttft: "soon", isl: 4000 },
        deployment: { modelCache: { pvcName: "", extra: 1 }, namespace: "x" },
        planner: {},
      },
      configMapRef: { name: "base" },
      outputPVC: "results",
    },
  });

  it("is kept in the annotation, member by member", () => {
    const { object, findings } = requestToV1beta1(older);
    expect(object.spec).toStrictEqual(beta({ workload: { isl: 4000 } }).spec);
    expect(saved(object)).toStrictEqual({
      version: 1,
      spec: {
        deploymentOverrides: { name: "g", labels: { a: "1" } },
        enableGpuDiscovery: false,
        profilingConfig: {
          config: {
            engine: { backend: "vllm", nothing: null },
            sla: { ttft: "soon" },
            deployment: { modelCache: { pvcName: "", extra: 1 }, namespace: "x" },
            planner: {},
          },
          configMapRef: { name: "base" },
          outputPVC: "results",
        },
      },
    });
    expect(findings.map(({ code, path }) => [code, path.slice(1).join(".")])).toStrictEqual(
      [
        "deploymentOverrides",
        "enableGpuDiscovery",
        "profilingConfig.config.engine",
        "profilingConfig.config.sla",
        "profilingConfig.config.deployment",
        "profilingConfig.config.planner",
        "profilingConfig.configMapRef",
        "profilingConfig.outputPVC",
      ].map((path) => ["DYN-CNV-001", path]),
    );
    expect(textOf(requestToV1alpha1(object).object)).toBe(textOf(older));
  });

  it("does not bring back typed members that somebody removed in v1beta1", () => {
    const { object } = requestToV1beta1(older);
    const { workload: _workload, ...spec } = object.spec;
    const back = requestToV1alpha1({ ...object, spec }).object.spec.profilingConfig.config;
    expect(back?.sla).toStrictEqual({ ttft: "soon" });
  });
});

describe("what v1alpha1 cannot say of a request", () => {
  const newer = beta({
    hardware: { gpuSku: "h200_sxm" },
    searchStrategy: "thorough",
    sla: { e2eLatency: 1000 },
    workload: { isl: 4000, concurrency: 8 },
    features: { mocker: { enabled: false } },
    overrides: {
      dgd: { apiVersion: "nvidia.com/v1beta1", kind: "DynamoGraphDeployment" },
      profilingJob: {
        backoffLimit: 1,
        template: {
          spec: {
            containers: [
              { name: "profiler", image: "own", resources: { limits: { cpu: "1" } } },
              { name: "side" },
            ],
            tolerations: [{ key: "x" }],
          },
        },
      },
    },
  });

  it("is kept in the annotation", () => {
    const { object, findings } = requestToV1alpha1(newer);
    expect(object.spec).toStrictEqual(
      alpha({
        profilingConfig: {
          ...config,
          config: { sla: { isl: 4000 } },
          resources: { limits: { cpu: "1" } },
          tolerations: [{ key: "x" }],
        },
      }).spec,
    );
    expect(saved(object)).toStrictEqual({
      version: 1,
      spec: {
        features: { mocker: { enabled: false } },
        hardware: { gpuSku: "h200_sxm" },
        overrides: {
          dgd: newer.spec.overrides?.dgd,
          profilingJob: {
            backoffLimit: 1,
            template: {
              spec: { containers: [{ name: "profiler", image: "own" }, { name: "side" }] },
            },
          },
        },
        searchStrategy: "thorough",
        sla: { e2eLatency: 1000 },
        workload: { concurrency: 8 },
      },
    });
    expect(findings.map(({ code, path }) => [code, path.slice(1).join(".")])).toStrictEqual(
      [
        "hardware",
        "searchStrategy",
        "features.mocker",
        "overrides.dgd",
        "overrides.profilingJob",
        "sla.e2eLatency",
        "workload.concurrency",
      ].map((path) => ["DYN-CNV-001", path]),
    );
    expect(textOf(requestToV1beta1(object).object)).toBe(textOf(newer));
  });

  it("may be a job without a pod", () => {
    const job = { backoffLimit: 2, template: { metadata: { labels: { a: "1" } } } };
    const newer = beta({ overrides: { profilingJob: job } });
    const { object } = requestToV1alpha1(newer);
    expect(saved(object)).toStrictEqual({
      version: 1,
      spec: { overrides: { profilingJob: job } },
    });
    expect(requestToV1beta1(object).object).toStrictEqual(newer);
    const empty = beta({ overrides: { profilingJob: { template: {} } } });
    expect(saved(requestToV1alpha1(empty).object)).toBeUndefined();
  });

  it("is nothing that an empty planner survives", () => {
    const { object, findings } = requestToV1alpha1(beta({ features: { planner: {} } }));
    expect(findings).toMatchObject([
      { code: "DYN-CNV-013", path: ["spec", "features", "planner"] },
    ]);
    expect(requestToV1beta1(object).object.spec.features).toBeUndefined();
  });
});

describe("retired annotations", () => {
  it("are taken off without being read", () => {
    const annotations = { "nvidia.com/dgdr-output-pvc": "x", own: "1" };
    const { object } = requestToV1alpha1({ ...beta({}), metadata: { name: "r", annotations } });
    expect(object).toStrictEqual({
      ...alpha({}),
      metadata: { name: "r", annotations: { own: "1" } },
    });
  });
});
