// SPDX-License-Identifier: Apache-2.0
/** @module Volumes of a pod as named volumes, folders of the host, and configs. */
import type { Container, PodSpec } from "@dynamo-iac/constructs/api";
import type { ComposeOptions } from "@dynamo-iac/constructs/targets";
import { describe, expect, it } from "vitest";
import { codesOf, component, composed, frontend, image } from "./graph.js";

const discovery = {
  type: "volume",
  source: "discovery",
  target: "/dynamo-discovery",
  volume: { nocopy: true },
};

function workers(main: Partial<Container>, pod: Partial<PodSpec> = {}) {
  return [frontend, component("W", "worker", main, pod)];
}

function mounted(
  main: Partial<Container>,
  pod: Partial<PodSpec> = {},
  options: ComposeOptions = {},
) {
  const file = composed(workers(main, pod), options);
  return { ...file, own: file.service("w-0") };
}

describe("claims", () => {
  const volumeMounts = [{ name: "models", mountPath: "/models" }];
  const volumes = [{ name: "models", persistentVolumeClaim: { claimName: "model-cache" } }];

  it("become named volumes that the operator's group may write", () => {
    const { own, service, volumes: all } = mounted({ volumeMounts }, { volumes });
    expect(own.volumes).toEqual([
      { type: "volume", source: "model-cache", target: "/models", volume: { nocopy: true } },
      discovery,
    ]);
    expect(all).toHaveProperty("model-cache", {});
    expect(service("volumes")).toMatchObject({
      image,
      user: "0:0",
      network_mode: "none",
      command: ["2775:1000:/volumes/model-cache"],
      restart: "no",
    });
    expect(own.depends_on).toEqual({ volumes: { condition: "service_completed_successfully" } });
  });

  it("of a pod with its own security context are left as they are", () => {
    const { services } = mounted({ volumeMounts }, { volumes, securityContext: { runAsUser: 0 } });
    expect(services).not.toHaveProperty("volumes");
  });

  it("may be mounted read-only and by a folder inside, which is made", () => {
    const mount = {
      ...(volumeMounts[0] ?? { name: "" }),
      mountPath: "/m",
      readOnly: true,
      subPath: "a/b",
    };
    const { own, service } = mounted({ volumeMounts: [mount] }, { volumes });
    expect(own.volumes?.[0]).toEqual({
      type: "volume",
      source: "model-cache",
      target: "/m",
      read_only: true,
      volume: { nocopy: true, subpath: "a/b" },
    });
    expect(service("volumes").command).toEqual(["2775:1000:/volumes/model-cache/a/b"]);
  });

  it("stand behind a mount that no volume is declared for, as the operator has it", () => {
    const { own } = mounted({ volumeMounts: [{ name: "shared", mountPath: "/s" }] });
    expect(own.volumes?.[0]).toMatchObject({ type: "volume", source: "shared", target: "/s" });
  });

  it("become folders of the host that the caller names", () => {
    const { own, volumes: all } = mounted(
      { volumeMounts },
      { volumes },
      {
        binds: { "model-cache": "/data/models" },
      },
    );
    expect(own.volumes?.[0]).toEqual({ type: "bind", source: "/data/models", target: "/models" });
    expect(all).not.toHaveProperty("model-cache");
  });

  it("start empty, which a process that is offline or is told a path inside should know", () => {
    const offline = { volumeMounts, env: [{ name: "HF_HUB_OFFLINE", value: "1" }] };
    expect(codesOf(workers(offline, { volumes }))).toEqual(["DYN-CMP-020"]);
    const inside = {
      volumeMounts,
      command: ["python3", "-m", "dynamo.vllm"],
      args: ["--model", "/models/x"],
    };
    expect(codesOf(workers(inside, { volumes }))).toEqual(["DYN-CMP-020"]);
    expect(codesOf(workers(inside, { volumes }), { binds: { "model-cache": "/d" } })).toEqual([]);
  });

  it("for compiled kernels are mounted where vLLM looks", () => {
    const cache = { compilationCache: { pvcName: "kernels" } };
    const command = ["python3", "-m", "dynamo.vllm"];
    const { service } = composed([frontend, component("W", "worker", { command }, {}, cache)]);
    expect(service("w-0").volumes?.[0]).toMatchObject({
      source: "kernels",
      target: "/root/.cache/vllm",
    });
    expect(service("w-0").environment?.VLLM_CACHE_ROOT).toBe("/root/.cache/vllm");
  });
});

describe("scratch space", () => {
  it("is the replica's own and writable for everybody, on disk or in memory", () => {
    const { own, volumes, service } = mounted(
      {
        volumeMounts: [
          { name: "disk", mountPath: "/d" },
          { name: "ram", mountPath: "/r" },
        ],
      },
      {
        volumes: [
          { name: "disk", emptyDir: {} },
          { name: "ram", emptyDir: { medium: "Memory", sizeLimit: "1Gi" } },
        ],
      },
    );
    expect(own.volumes?.map(({ source }) => source)).toEqual(["w-0.disk", "w-0.ram", "discovery"]);
    expect(volumes?.["w-0.ram"]).toEqual({
      driver_opts: { type: "tmpfs", device: "tmpfs", o: "mode=0777,size=1073741824" },
    });
    expect(service("volumes").command).toEqual(["0777:-1:/volumes/w-0.disk"]);
  });

  it("is shared with sidecars", () => {
    const volumeMounts = [{ name: "disk", mountPath: "/d" }];
    const sidecar = { name: "s", image: "busybox:1.36", volumeMounts };
    const { service } = mounted(
      { volumeMounts },
      { containers: [sidecar], volumes: [{ name: "disk", emptyDir: {} }] },
    );
    expect(service("w-0.s").volumes?.[0]?.source).toBe("w-0.disk");
  });

  it("at /dev/shm is the size of the shared memory", () => {
    const { own } = mounted(
      { volumeMounts: [{ name: "dshm", mountPath: "/dev/shm" }] },
      { volumes: [{ name: "dshm", emptyDir: { medium: "Memory", sizeLimit: "64Gi" } }] },
    );
    expect(own.shm_size).toBe("64g");
    expect(own.volumes).toEqual([discovery]);
  });
});

describe("folders of the node", () => {
  it("become folders of the host", () => {
    const { own } = mounted(
      { volumeMounts: [{ name: "nvme", mountPath: "/m", subPath: "x" }] },
      { volumes: [{ name: "nvme", hostPath: { path: "/mnt/nvme" } }] },
    );
    expect(own.volumes?.[0]).toEqual({ type: "bind", source: "/mnt/nvme/x", target: "/m" });
  });

  it("that need a driver of the cluster are refused, unless the caller has a folder for them", () => {
    const main = { volumeMounts: [{ name: "v", mountPath: "/v" }] };
    const pod = { volumes: [{ name: "v", nfs: { server: "s", path: "/" } }] };
    expect(codesOf(workers(main, pod))).toEqual(["DYN-CMP-008"]);
    expect(codesOf(workers(main, pod), { binds: { v: "/mnt" } })).toEqual([]);
  });
});

describe("files of ConfigMaps and Secrets", () => {
  const objects = [
    {
      kind: "ConfigMap",
      metadata: { name: "engine" },
      data: { "agg.yaml": "cost: $5\n", "b.yaml": "b" },
    },
  ];

  it("are written as configs, every key or one of them", () => {
    const { own, configs } = mounted(
      {
        volumeMounts: [
          { name: "all", mountPath: "/config/" },
          { name: "all", mountPath: "/etc/agg.yaml", subPath: "agg.yaml" },
          { name: "some", mountPath: "/some" },
        ],
      },
      {
        volumes: [
          { name: "all", configMap: { name: "engine" } },
          {
            name: "some",
            configMap: {
              name: "engine",
              defaultMode: 0o440,
              items: [{ key: "b.yaml", path: "x/y.yaml", mode: 0o755 }],
            },
          },
        ],
      },
      { objects },
    );
    expect(own.configs).toEqual([
      { source: "engine_agg.yaml", target: "/config/agg.yaml" },
      { source: "engine_b.yaml", target: "/config/b.yaml" },
      { source: "engine_agg.yaml", target: "/etc/agg.yaml" },
      { source: "engine_b.yaml", target: "/some/x/y.yaml", mode: "0755" },
    ]);
    // Compose would take $5 for a variable of that name, were it one.
    expect(configs).toEqual({
      "engine_agg.yaml": { content: "cost: $$5\n" },
      "engine_b.yaml": { content: "b" },
    });
  });

  it("may come from several sources, and hold secrets as variables", () => {
    const { own, configs } = mounted(
      { volumeMounts: [{ name: "all", mountPath: "/c" }] },
      {
        volumes: [
          {
            name: "all",
            projected: {
              sources: [
                { configMap: { name: "engine", items: [{ key: "b.yaml", path: "b" }] } },
                { secret: { name: "s3", items: [{ key: "ACCESS_KEY", path: "key" }] } },
              ],
            },
          },
        ],
      },
      { objects },
    );
    expect(own.configs?.map(({ target }) => target)).toEqual(["/c/b", "/c/key"]);
    expect(configs?.secret_s3_ACCESS_KEY?.content).toMatch(/^\$\{ACCESS_KEY:\?/);
  });

  it("make a root file system writable, because Compose copies them into it", () => {
    const main = {
      volumeMounts: [{ name: "c", mountPath: "/c" }],
      securityContext: { readOnlyRootFilesystem: true },
    };
    const pod = { volumes: [{ name: "c", configMap: { name: "engine" } }] };
    expect(mounted(main, pod, { objects }).own.read_only).toBeUndefined();
    expect(codesOf(workers(main, pod), { objects })).toEqual(["DYN-CMP-018"]);
  });

  it("that nobody gave are errors: a ConfigMap, a key, the keys of a Secret", () => {
    const main = { volumeMounts: [{ name: "c", mountPath: "/c" }] };
    const code = (volume: object) =>
      codesOf(workers(main, { volumes: [{ name: "c", ...volume }] }), { objects });
    expect(code({ configMap: { name: "other" } })).toEqual(["DYN-CMP-009"]);
    expect(code({ configMap: { name: "engine", items: [{ key: "no", path: "no" }] } })).toEqual([
      "DYN-CMP-009",
    ]);
    expect(code({ secret: { secretName: "s" } })).toEqual(["DYN-CMP-008"]);
    expect(code({ configMap: { name: "other", optional: true } })).toEqual([]);
  });
});
