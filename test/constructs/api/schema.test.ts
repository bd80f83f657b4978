// SPDX-License-Identifier: Apache-2.0
/** @module What the schema says about broken objects, and that it is silent about good ones. */
import { checkSchema } from "@dynamo-iac/constructs/api";
import { formatPath } from "@dynamo-iac/constructs/facts";
import { describe, expect, it } from "vitest";
import { schemaCases } from "./cases/schema-cases.js";
import {
  alphaGraph,
  alphaRequest,
  checkpoint,
  deployment,
  graph,
  graphWith,
  model,
  request,
} from "./objects.js";

describe("checkSchema", () => {
  it.each(schemaCases)("fails $code: $title", ({ object, code, path, says, fix }) => {
    const findings = checkSchema(object);
    expect(findings.map((found) => [found.code, formatPath(found.path)])).toEqual([[code, path]]);
    expect(findings[0]?.message).toContain(says);
    expect(findings[0]?.fix).toContain(fix);
  });

  it.each([
    graph(),
    alphaGraph(),
    request(),
    alphaRequest({}),
    model(),
    checkpoint(),
    deployment(),
  ])("accepts a good $kind of $apiVersion", (object) => {
    expect(checkSchema(object)).toEqual([]);
  });

  it("names the object", () => {
    expect(checkSchema(graph({ zzzzzzzz: 1 }))[0]?.object).toBe("DynamoGraphDeployment/qwen");
  });

  it("reports everything at once, also repeated entries beside a wrong type", () => {
    const object = graphWith(
      { replicas: "3", zzzzzzzz: 1 },
      {
        env: [{ name: "A", value: 1 }, { name: "B" }, { name: "B" }],
      },
    );
    expect(
      checkSchema(object)
        .map(({ code }) => code)
        .toSorted(),
    ).toEqual(["DYN-API-001", "DYN-API-002", "DYN-API-002", "DYN-API-009"]);
  });

  it("only warns of null where a field may be absent, as not every way of applying drops it", () => {
    const object = graph({ env: null, labels: { a: null } }, { creationTimestamp: null });
    expect(checkSchema(object).map(({ code, path }) => `${code} ${formatPath(path)}`)).toEqual([
      "DYN-API-013 spec.env",
      "DYN-API-013 spec.labels.a",
    ]);
    expect(object.spec).toHaveProperty("env", null);
  });

  it("still reports what stands beside a null", () => {
    const object = graph({ env: null, labels: { a: 1 }, zzzzzzzz: null });
    expect(checkSchema(object).map(({ path }) => formatPath(path))).toEqual([
      "spec.labels.a",
      "spec.zzzzzzzz",
      "spec.env",
    ]);
  });

  it("keeps its hands off other API groups and the GPU operator", () => {
    expect(checkSchema({ apiVersion: "apps/v1", kind: "Deployment", spec: 1 })).toEqual([]);
    expect(checkSchema({ apiVersion: "nvidia.com/v1", kind: "ClusterPolicy" })).toEqual([]);
    expect(checkSchema(undefined)).toEqual([]);
  });

  it("keeps unknown fields where the CRD keeps them", () => {
    const config = { plugins: [], schedulingProfiles: [], unknownButKept: 1 };
    const picker = { name: "epp", type: "epp", eppConfig: { config } };
    expect(checkSchema(graph({ components: [picker] }))).toEqual([]);
    expect(checkSchema(request({ features: { planner: { any: { thing: 1 } } } }))).toEqual([]);
  });
});
