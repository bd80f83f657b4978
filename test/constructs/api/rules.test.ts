// SPDX-License-Identifier: Apache-2.0
/** @module One broken object per rule, and the neighbours that are all right. */
import { checkRules, validate } from "@dynamo-iac/constructs/api";
import { codes, formatPath } from "@dynamo-iac/constructs/facts";
import { describe, expect, it } from "vitest";
import { componentCases } from "./cases/component-cases.js";
import { gpuMemoryCases } from "./cases/gpu-memory-cases.js";
import { graphCases } from "./cases/graph-cases.js";
import { requestCases } from "./cases/request-cases.js";
import { schemaCases } from "./cases/schema-cases.js";
import { updateCases } from "./cases/update-cases.js";
import {
  alphaGraph,
  alphaRequest,
  checkpoint,
  deployment,
  graph,
  graphWith,
  model,
  request,
  worker,
} from "./objects.js";

const ruleCases = [...graphCases, ...componentCases, ...gpuMemoryCases, ...requestCases];

describe("checkRules", () => {
  it.each(ruleCases)("fails $code: $title", ({ object, context, code, path, says, fix }) => {
    const found = checkRules(object, context).find(
      (finding) => finding.code === code && formatPath(finding.path) === path,
    );
    expect(found?.message).toContain(says);
    expect(found?.fix).toContain(fix);
  });

  it.each(ruleCases)("reports nothing twice: $code $title", ({ object, context }) => {
    const printed = checkRules(object, context).map(({ code, path }) => code + formatPath(path));
    expect(new Set(printed).size).toBe(printed.length);
  });

  it.each([graph(), request(), model(), checkpoint(), deployment()])(
    "accepts a good $kind of $apiVersion",
    (object) => {
      expect(checkRules(object)).toEqual([]);
    },
  );

  it.each([alphaGraph(), alphaRequest({ sla: { ttft: 200, itl: 20 } })])(
    "says of a good v1alpha1 $kind only that its version is deprecated",
    (object) => {
      expect(checkRules(object).map(({ code }) => code)).toEqual(["DYN-API-011"]);
    },
  );

  it("has a case for every code of the area", () => {
    const all = [...schemaCases, ...ruleCases, ...updateCases].map(({ code }) => code);
    const known = Object.keys(codes).filter((code) => code.startsWith("DYN-API-"));
    expect([...new Set<string>(all)].toSorted()).toEqual(known.toSorted());
  });
});

describe("image tags", () => {
  const verdict = (image: string, changes = {}) =>
    checkRules(graphWith(changes, { image })).map(({ code }) => code);

  it.each([
    "1.4.0",
    "v1.4.0",
    "V1.4.0",
    "1.4.0-cuda13",
    "1.4.0-rc.1",
    "1.4.0+x",
    "1.4.0@sha256:ab",
  ])("tells the release with :%s", (tag) => {
    expect(verdict(`host:5000/vllm-runtime:${tag}`)).toEqual([]);
  });

  it.each(["", "@sha256:ab", ":latest", ":my-tag", ":1.4", ":1.4.0rc1", ":sha-123"])(
    "does not with %s",
    (tag) => {
      expect(verdict(`host:5000/vllm-runtime${tag}`)).toEqual(["DYN-API-051"]);
      const told = { runtimeVersionOverride: "1.4.0" };
      expect(verdict(`host:5000/vllm-runtime${tag}`, told)).toEqual([]);
    },
  );

  it("waits for placeholders to be filled, and exempts component deployments", () => {
    expect(verdict(`\${IMAGE}`)).toEqual([]);
    const spec = worker({}, { image: "vllm-runtime:my-tag" });
    expect(checkRules(deployment({ ...spec }))).toEqual([]);
  });
});

describe("Grove's name budget", () => {
  const verdict = (name: string, component: string, changes = {}) =>
    checkRules(graph({ components: [worker({ name: component, ...changes })] }, { name })).map(
      ({ code }) => code,
    );

  it("takes 37 characters on one node and 16 on several", () => {
    const multinode = { multinode: { nodeCount: 4 } };
    expect(verdict("deepseek", "a".repeat(37))).toEqual([]);
    expect(verdict("deepseek", "a".repeat(38))).toContain("DYN-API-026");
    expect(verdict("deepseek", "a".repeat(16), multinode)).toEqual([]);
    expect(verdict("deepseek", "a".repeat(17), multinode)).toContain("DYN-API-026");
  });

  it("shortens a long graph name instead of refusing it", () => {
    expect(verdict("a".repeat(45), "decode")).toEqual(["DYN-API-027"]);
    expect(verdict("a".repeat(39), "decode")).toEqual([]);
  });

  it("counts the weight servers of inter-pod GPU memory service", () => {
    const gms = { experimental: { gpuMemoryService: { mode: "InterPod" } } };
    const long = (length: number) => verdict("deepseek", "a".repeat(length), gms);
    expect(long(15)).not.toContain("DYN-API-026");
    expect(long(16)).toContain("DYN-API-026");
  });

  it("does not apply where the graph leaves Grove", () => {
    const object = graph(
      { components: [worker({ name: "a".repeat(38) })] },
      { name: "deepseek", annotations: { "nvidia.com/enable-grove": "false" } },
    );
    expect(checkRules(object)).toEqual([]);
  });
});

describe("neighbours of a rule", () => {
  it.each([
    ["minAvailable above 0 parked replicas", graphWith({ minAvailable: 3, replicas: 0 })],
    ["minAvailable equal to replicas", graphWith({ minAvailable: 2 })],
    [
      "an executor in capitals",
      graph({}, { annotations: { "nvidia.com/vllm-distributed-executor-backend": "RAY" } }),
    ],
    [
      "/dev/shm with the operator's own switched off",
      graphWith(
        { sharedMemorySize: "0" },
        { volumeMounts: [{ name: "d", mountPath: "/dev/shm" }] },
      ),
    ],
    ["vLLM's cache without path", graphWith({ compilationCache: { pvcName: "cc" } })],
    [
      "GPUs of another vendor",
      graphWith(
        { experimental: { gpuMemoryService: {} } },
        { resources: { limits: { "gpu.intel.com/xe": 1 } } },
      ),
    ],
    [
      "an empty job beside an empty reference",
      graphWith({ experimental: { checkpoint: { enabled: true, checkpointRef: "", job: {} } } }),
    ],
    [
      "a model of type lora from a bucket",
      model({ modelType: "lora", source: { uri: "s3://a/b" } }),
    ],
    [
      "shared memory that a checkpoint job disables",
      checkpoint({}, { sharedMemory: { disabled: true } }),
    ],
  ])("accepts %s", (_, object) => {
    expect(checkRules(object)).toEqual([]);
  });

  it("accepts a restart when the graph exists already", () => {
    const object = graph({ restart: { id: "1", strategy: { order: ["decode", "Frontend"] } } });
    expect(checkRules(object, { operation: "update" })).toEqual([]);
  });

  it("takes a disabled v1alpha1 feature as absent", () => {
    const object = alphaGraph({
      gpuMemoryService: { enabled: false, mode: "interPod" },
      failover: { enabled: false },
      scalingAdapter: { enabled: false },
    });
    expect(checkRules(object).map(({ code }) => code)).toEqual(["DYN-API-011"]);
  });

  it("keeps its hands off other API groups", () => {
    expect(checkRules({ apiVersion: "apps/v1", kind: "Deployment" })).toEqual([]);
  });
});

describe("validate", () => {
  it("runs the rules after the schema", () => {
    const object = graphWith({ zzzzzzzz: 1, minAvailable: 3 });
    expect(validate(object).map(({ code }) => code)).toEqual(["DYN-API-001", "DYN-API-052"]);
  });

  it("leaves the rules out where a type is wrong, as they would only repeat it", () => {
    const object = graphWith({ replicas: "1", minAvailable: 3 });
    expect(validate(object).map(({ code }) => code)).toEqual(["DYN-API-002"]);
  });
});
