// SPDX-License-Identifier: Apache-2.0
/** @module The status of a request between the versions. */
import { describe, expect, it } from "vitest";
import {
  requestToV1alpha1,
  requestToV1beta1,
} from "../../../../packages/constructs/src/api/convert/index.js";
import { alpha, beta, saved } from "./request-fixture.js";

describe("the status of a request", () => {
  const states = [
    ["Pending", "Pending"],
    ["Profiling", "Profiling"],
    ["Deploying", "Deploying"],
    ["Ready", "Ready"],
    ["Failed", "Failed"],
    ["Initializing", "Pending"],
    ["DeploymentDeleted", "Ready"],
  ] as const;

  it.each(states)("state %s is phase %s, and comes back", (state, phase) => {
    const older = alpha({}, { state });
    const { object } = requestToV1beta1(older);
    expect(object.status).toStrictEqual({ phase });
    expect(requestToV1alpha1(object).object.status).toStrictEqual({ state });
  });

  it("is Deployed once the graph was created", () => {
    const deployment = { name: "g", created: true };
    const older = alpha({}, { state: "Ready", deployment, backend: "vllm", profilingResults: "c" });
    const { object } = requestToV1beta1(older);
    expect(object.status).toStrictEqual({ phase: "Deployed", dgdName: "g" });
    expect(saved(object, "status")).toStrictEqual({
      backend: "vllm",
      profilingResults: "c",
      state: "Ready",
      deployment,
    });
    expect(requestToV1alpha1(object).object.status).toStrictEqual(older.status);
  });

  it("keeps the phase Deployed, and what belongs to it, only for the same graph", () => {
    const newer = beta(
      {},
      { phase: "Deployed", dgdName: "g", deploymentInfo: { replicas: 2, availableReplicas: 1 } },
    );
    const { object } = requestToV1alpha1(newer);
    expect(object.status).toStrictEqual({ state: "Ready", deployment: { name: "g" } });
    expect(requestToV1beta1(object).object).toStrictEqual(newer);
    const other = { ...object, status: { state: "Ready", deployment: { name: "h" } } } as const;
    expect(requestToV1beta1(other).object.status).toStrictEqual({ phase: "Ready", dgdName: "h" });
  });

  it("keeps DeploymentDeleted only for the same graph, and warns", () => {
    const deployment = { name: "g", created: true };
    const { object, findings } = requestToV1beta1(
      alpha({}, { state: "DeploymentDeleted", deployment }),
    );
    expect(findings).toMatchObject([{ code: "DYN-CNV-012", path: ["status", "state"] }]);
    const other = { ...object, status: { phase: "Ready", dgdName: "h" } } as const;
    expect(requestToV1alpha1(other).object.status).toStrictEqual({
      state: "Ready",
      deployment: { name: "h" },
    });
  });

  it("says nothing of a profiling phase that is over", () => {
    const newer = beta({}, { phase: "Ready", profilingJobName: "profile-r" });
    const { object, findings } = requestToV1alpha1(newer);
    expect(findings).toMatchObject([{ code: "DYN-CNV-014", path: ["status", "profilingJobName"] }]);
    expect(requestToV1beta1(object).object.status).toStrictEqual({ phase: "Ready" });
  });

  it("moves the generated graph", () => {
    const graph = { kind: "DynamoGraphDeployment" };
    const older = alpha({}, { state: "Ready", generatedDeployment: graph });
    const newer = beta({}, { phase: "Ready", profilingResults: { selectedConfig: graph } });
    expect(requestToV1beta1(older).object).toStrictEqual(newer);
    expect(requestToV1alpha1(newer).object).toStrictEqual(older);
  });
});
