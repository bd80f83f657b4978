// SPDX-License-Identifier: Apache-2.0
/** @module What a download writes: Job or DaemonSet, its pod, its network. */
import { spawnSync } from "node:child_process";
import type { PodSpec } from "@dynamo-iac/constructs/api";
import { codes, formatPath } from "@dynamo-iac/constructs/facts";
import {
  type ModelCache,
  ModelDownload,
  type ModelDownloadProps,
} from "@dynamo-iac/constructs/storage";
import { describe, expect, it } from "vitest";
import { findPython } from "../../support/hub/download.js";
import { caches, codesOf, type Kind } from "./caches.js";

const python = findPython();

const revision = "9216db5781bf21249d130ec9da846c4624c16137";

type Props = Partial<ModelDownloadProps>;

/** A download into the chart of its cache. */
function download(props: Props = {}, cache: ModelCache = caches.efs()): ModelDownload {
  const scope = cache.node.scope ?? expect.fail("a cache without a chart");
  return new ModelDownload(scope as never, "qwen3", {
    cache,
    model: "Qwen/Qwen3-32B",
    revision,
    ...props,
  });
}

// biome-ignore lint/suspicious/noExplicitAny: a test says by itself where it looks
const written = ({ workload }: ModelDownload): any => workload.manifest();
const podOf = (made: ModelDownload): PodSpec => written(made).spec.template.spec;
const containerOf = (made: ModelDownload) =>
  podOf(made).containers[0] ?? expect.fail("no container");
const variables = (made: ModelDownload) =>
  Object.fromEntries((containerOf(made).env ?? []).map(({ name, value }) => [name, value]));

describe("a download", () => {
  it("is a Job that is tried again, but not when no retry helps", () => {
    const job = written(download());
    expect(job).toMatchObject({
      apiVersion: "batch/v1",
      kind: "Job",
      metadata: { name: /^qwen3-[0-9a-f]{4}$/, namespace: "inference" },
      spec: {
        backoffLimit: 6,
        ttlSecondsAfterFinished: 86_400,
        podReplacementPolicy: "Failed",
        template: { spec: { restartPolicy: "Never" } },
      },
    });
    expect(job.spec.podFailurePolicy.rules).toEqual([
      {
        action: "FailJob",
        onExitCodes: { containerName: "download", operator: "In", values: [2] },
      },
      { action: "Ignore", onPodConditions: [{ type: "DisruptionTarget", status: "True" }] },
    ]);
  });

  it("is another Job with other settings, and the same with the same", () => {
    const nameOf = (props: Props) => written(download(props)).metadata.name;
    expect(nameOf({})).toBe(nameOf({}));
    expect(nameOf({ revision: "f".repeat(40) })).not.toBe(nameOf({}));
    expect(nameOf({ maxWorkers: 8 })).not.toBe(nameOf({}));
  });

  it("fits the restricted Pod Security level, with a root file system that nobody writes", () => {
    const pod = podOf(download());
    expect(pod).toMatchObject({
      automountServiceAccountToken: false,
      securityContext: {
        runAsNonRoot: true,
        runAsUser: 1000,
        fsGroup: 1000,
        seccompProfile: { type: "RuntimeDefault" },
      },
    });
    for (const { securityContext, resources } of pod.containers) {
      expect(securityContext).toEqual({
        allowPrivilegeEscalation: false,
        capabilities: { drop: ["ALL"] },
        readOnlyRootFilesystem: true,
      });
      expect(Object.keys(resources?.limits ?? {}).toSorted()).toEqual([
        "cpu",
        "ephemeral-storage",
        "memory",
      ]);
    }
    expect(pod.initContainers).toBeUndefined();
  });

  it("writes the cache that the graph reads, with the library that the frontend's image has", () => {
    const made = download();
    expect(containerOf(made)).toMatchObject({
      image: expect.stringMatching(/dynamo-frontend:1\.4\.0$/),
      command: ["python3", "/etc/model-download/download.py"],
    });
    expect(variables(made)).toMatchObject({
      MODEL_ID: "Qwen/Qwen3-32B",
      MODEL_REVISION: revision,
      HF_HOME: "/model-cache",
      CACHE_ROOT: "/model-cache",
      IGNORE_PATTERNS: '["original/*","*.pth"]',
    });
    expect(podOf(made).volumes).toContainEqual({
      name: "model-cache",
      persistentVolumeClaim: { claimName: "models" },
    });
    expect(made.script.manifest()).toMatchObject({
      data: { "download.py": expect.stringContaining("def verify(") },
    });
  });

  it("fetches into a folder where the cache is one of folders", () => {
    const cache = caches.efs({ layout: "folder", mountPath: "/weights" });
    expect(variables(download({}, cache)).MODEL_FOLDER).toBe("/weights/Qwen/Qwen3-32B");
  });

  it("reads the token from a file that its Secret becomes, and from nowhere else", () => {
    const made = download({ token: "hf-token-secret" });
    expect(podOf(made).volumes).toContainEqual({
      name: "token",
      secret: {
        secretName: "hf-token-secret",
        defaultMode: 0o440,
        items: [{ key: "HF_TOKEN", path: "token" }],
      },
    });
    expect(variables(made).HF_TOKEN_PATH).toBe("/var/run/secrets/hugging-face/token");
    expect(containerOf(made).envFrom).toBeUndefined();
    expect(podOf(download({ token: { name: "s", key: "k" } })).volumes).toContainEqual(
      expect.objectContaining({
        secret: expect.objectContaining({ items: [{ key: "k", path: "token" }] }),
      }),
    );
    expect(variables(download())).not.toHaveProperty("HF_TOKEN_PATH");
  });

  it("asks for memory by the size of the model", () => {
    const memory = (props: Props) => containerOf(download(props)).resources?.limits?.memory;
    expect(memory({})).toBe("4Gi");
    expect(memory({ model: "deepseek-ai/DeepSeek-R1" })).toBe("16Gi");
    expect(memory({ model: "nobody/knows" })).toBe("16Gi");
    expect(memory({ highPerformance: true })).toBe("64Gi");
    expect(variables(download({ highPerformance: true }))).toMatchObject({
      HF_XET_HIGH_PERFORMANCE: "1",
    });
  });

  it("reaches DNS and the Hub, and nobody reaches it", () => {
    expect(download({ egressPorts: [443, 3128] }).networkPolicy.manifest()).toMatchObject({
      spec: {
        policyTypes: ["Ingress", "Egress"],
        podSelector: { matchLabels: { "app.kubernetes.io/instance": "qwen3" } },
        egress: [
          {
            ports: [
              { protocol: "UDP", port: 53 },
              { protocol: "TCP", port: 53 },
            ],
          },
          {
            ports: [
              { protocol: "TCP", port: 443 },
              { protocol: "TCP", port: 3128 },
            ],
          },
        ],
      },
    });
  });

  it("takes the settings of a mirror, a proxy and a pool of nodes", () => {
    const made = download({
      endpoint: "https://hub.example.com",
      env: { HTTPS_PROXY: "http://proxy:3128", MAX_WORKERS: "2" },
      include: ["*.safetensors", "*.json"],
      nodeSelector: { pool: "cpu" },
      tolerations: [{ key: "cpu", operator: "Exists" }],
      imagePullSecrets: ["registry"],
      verifyAlways: true,
    });
    expect(variables(made)).toMatchObject({
      HF_ENDPOINT: "https://hub.example.com",
      HTTPS_PROXY: "http://proxy:3128",
      MAX_WORKERS: "2",
      ALLOW_PATTERNS: '["*.safetensors","*.json"]',
      VERIFY: "always",
    });
    expect(podOf(made)).toMatchObject({
      nodeSelector: { pool: "cpu" },
      tolerations: [{ key: "cpu" }],
      imagePullSecrets: [{ name: "registry" }],
    });
  });
});

describe("a download to storage that belongs to root", () => {
  it("says so, and can have the folder prepared by a container that may do nothing else", () => {
    expect(codesOf(download({}, caches.fsxLustre()))).toEqual(["DYN-STOR-020"]);
    const made = download({ prepareAsRoot: true }, caches.fsxLustre());
    expect(codesOf(made)).toEqual(["DYN-STOR-026"]);
    expect(podOf(made).initContainers).toMatchObject([
      {
        name: "prepare",
        securityContext: {
          runAsUser: 0,
          runAsNonRoot: false,
          readOnlyRootFilesystem: true,
          allowPrivilegeEscalation: false,
          capabilities: { drop: ["ALL"], add: ["CHOWN", "FOWNER"] },
        },
      },
    ]);
  });
});

describe("a download to the disks of the machines", () => {
  const made = () =>
    download(
      { prepareAsRoot: true, waive: [{ code: "DYN-STOR-026", reason: "hostPath" }] },
      caches.nodeLocal(),
    );

  it("is a DaemonSet on GPU nodes that is ready once the model is there", () => {
    const set = written(made());
    expect(set).toMatchObject({
      apiVersion: "apps/v1",
      kind: "DaemonSet",
      metadata: { name: "qwen3" },
    });
    expect(set.spec.selector.matchLabels).toEqual(
      expect.objectContaining({ "app.kubernetes.io/instance": "qwen3" }),
    );
    const pod = podOf(made());
    expect(pod.initContainers?.map(({ name }) => name)).toEqual(["prepare", "download"]);
    expect(pod.containers.map(({ name }) => name)).toEqual(["ready"]);
    expect(pod).toMatchObject({
      nodeSelector: { "nvidia.com/gpu.present": "true" },
      tolerations: [{ key: "nvidia.com/gpu", operator: "Exists" }],
    });
    expect(pod.restartPolicy).toBeUndefined();
    expect(codesOf(made())).toEqual([]);
  });

  it.skipIf(python === undefined)("waits, and ends when the kubelet says so", () => {
    const [{ command = [] } = {}] = podOf(made()).containers;
    const program = command.at(-1) ?? "";
    expect(program).toContain("pthread_sigmask(signal.SIG_BLOCK");
    // The signal of the kubelet is there before the program waits for it.
    const early = "import os, signal; signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})";
    const kill = "os.kill(os.getpid(), signal.SIGTERM)";
    const { status, signal } = spawnSync(python ?? "", ["-c", `${early}; ${kill}; ${program}`]);
    expect({ status, signal }).toEqual({ status: 0, signal: null });
  });

  it("asks for the disk that the model takes", () => {
    const [, container] = podOf(made()).initContainers ?? [];
    expect(container?.resources?.requests?.["ephemeral-storage"]).toMatch(/^8\dGi$/);
  });
});

/** What is wrong, where it is said, and with which words. */
const mistakes: readonly (readonly [string, string, Props, RegExp, Kind])[] = [
  ["DYN-STOR-016", "revision", { revision: undefined }, /whatever is newest/, "efs"],
  ["DYN-STOR-016", "revision", { revision: " " }, /whatever is newest/, "efs"],
  ["DYN-STOR-017", "revision", { revision: "main" }, /"main" is no commit of 40/, "efs"],
  ["DYN-STOR-017", "revision", { revision: revision.slice(1) }, /is no commit of 40/, "efs"],
  ["DYN-STOR-018", "cache", {}, /nothing can be written/, "s3"],
  ["DYN-STOR-018", "cache", {}, /"s3:\/\/weights\/models" is read by the engines/, "stream"],
  [
    "DYN-STOR-005",
    "cache",
    { model: "deepseek-ai/DeepSeek-R1" },
    /takes 6\d\d\.\d GiB, and the cache has 500\.0 GiB/,
    "storageClass",
  ],
  [
    "DYN-STOR-019",
    "resources",
    { resources: { limits: { memory: "2Gi" } } },
    /up to 4 GiB in memory, and the limit is "2Gi"/,
    "efs",
  ],
  ["DYN-STOR-023", "image", { image: "mirror/frontend:latest" }, /names no version/, "efs"],
  ["DYN-STOR-024", "model", { model: "s3://weights/qwen3" }, /must be a repository such as/, "efs"],
  ["DYN-STOR-024", "model", { model: "/models/qwen3" }, /got "\/models\/qwen3"/, "efs"],
];

describe("the rules about downloads", () => {
  it("are silent about a sound one", () => {
    expect(download().findings()).toEqual([]);
    expect(download({ revision: revision.toUpperCase().toLowerCase() }).findings()).toEqual([]);
    expect(download({ resources: { limits: { memory: "4Gi" } } }).findings()).toEqual([]);
  });

  it.each(mistakes)("fail with %s at %s", (code, path, props, message, kind) => {
    const found = download(props, caches[kind]()).findings();
    expect(found.map((each) => each.code)).toEqual([code]);
    expect(formatPath(found[0]?.path ?? [])).toBe(path);
    expect(found[0]?.message).toMatch(message);
    expect(found[0]?.fix).toMatch(/\.$/);
    expect(found[0]).toMatchObject({
      object: "ModelDownload/qwen3",
      severity: codes[found[0]?.code ?? "DYN-STOR-016"].severity,
    });
  });

  it("are waived with a reason", () => {
    const waive = [{ code: "DYN-STOR-017", reason: "a throw-away cluster" }] as const;
    expect(codesOf(download({ revision: "main", waive }))).toEqual([]);
  });
});
