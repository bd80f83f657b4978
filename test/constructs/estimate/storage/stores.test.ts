// SPDX-License-Identifier: Apache-2.0
/** @module Where a graph reads its weights from, by its mounts and its environment. */
import { type ClaimedVolume, weightStoreOf } from "@dynamo-iac/constructs/estimate";
import { describe, expect, it } from "vitest";
import { frontend, graphOf, type WorkerProps, worker } from "../graph-builder.js";

const lustre: ClaimedVolume = {
  claim: "models",
  namespace: "inference",
  product: "fsx-lustre",
  className: undefined,
  sizeGiB: 1200,
  totalMBps: 1171,
};

/** A worker that mounts claims by their paths. */
function mounting(paths: Readonly<Record<string, string>>, props: WorkerProps = {}): WorkerProps {
  const names = Object.keys(paths);
  return {
    ...props,
    pod: {
      volumes: names.map((claimName) => ({
        name: claimName,
        persistentVolumeClaim: { claimName },
      })),
    },
    container: {
      volumeMounts: names.map((name) => ({ name, mountPath: paths[name] ?? "" })),
      ...props.container,
    },
  };
}

const storeOf = (props: WorkerProps, volumes: readonly ClaimedVolume[] = [lustre]) =>
  weightStoreOf(graphOf("g", [frontend(), worker("w", props)]), volumes);

describe("weightStoreOf", () => {
  const home = { env: [{ name: "HF_HOME", value: "/models" }] };

  it("is the claim under HF_HOME", () => {
    expect(storeOf(mounting({ models: "/models" }, { container: home }))).toEqual({
      name: "models (FSx for Lustre)",
      totalMBps: 1171,
    });
  });

  it("is the claim at the place where the images keep the cache", () => {
    expect(storeOf(mounting({ models: "/home/dynamo/.cache/huggingface" }))?.name).toMatch(
      /^models/,
    );
  });

  it("is the claim under HF_HUB_CACHE, before HF_HOME", () => {
    const env = [...home.env, { name: "HF_HUB_CACHE", value: "/hub/cache" }];
    const props = mounting({ other: "/models", models: "/hub" }, { container: { env } });
    expect(storeOf(props)?.name).toMatch(/^models/);
  });

  it("is the claim under the model's path, by the closest mount", () => {
    const args = ["--model", "/data/weights/llama"];
    const props = mounting({ other: "/data", models: "/data/weights" }, { args });
    expect(storeOf(props)?.name).toMatch(/^models/);
    // `/data/weight` is no folder above `/data/weights`.
    expect(storeOf(mounting({ models: "/data/weight" }, { args }))).toBeUndefined();
  });

  it("is the bucket that the engine streams from", () => {
    expect(storeOf({ args: ["--model", "s3://weights/qwen3"] })).toEqual({
      name: "s3://weights",
      totalMBps: Number.POSITIVE_INFINITY,
    });
  });

  it("has no throughput when nobody knows it", () => {
    expect(storeOf(mounting({ mine: "/models" }, { container: home }))).toEqual({ name: "mine" });
    const elsewhere = { ...lustre, namespace: "other" };
    expect(storeOf(mounting({ models: "/models" }, { container: home }), [elsewhere])).toEqual({
      name: "models",
    });
  });

  it("is a disk of the node", () => {
    const props: WorkerProps = {
      pod: { volumes: [{ name: "nvme", hostPath: { path: "/mnt/models" } }] },
      container: { ...home, volumeMounts: [{ name: "nvme", mountPath: "/models" }] },
    };
    expect(storeOf(props)).toEqual({ name: "nvme" });
  });

  it("is unknown for a pod that downloads, and for engines that do not agree", () => {
    expect(storeOf({})).toBeUndefined();
    const one = worker("a", mounting({ models: "/models" }, { container: home }));
    const other = worker("b", { args: ["--model", "gs://bucket/m"] });
    expect(weightStoreOf(graphOf("g", [one, other]), [lustre])).toBeUndefined();
    expect(weightStoreOf(graphOf("g", [one, one]), [lustre])?.name).toMatch(/^models/);
  });
});
