// SPDX-License-Identifier: Apache-2.0
/** @module The objects of a download, as data: script, Job or DaemonSet, network policy. */
import type { Container, EnvVar, PodSpec, PodTemplateSpec, Volume } from "../../api/index.js";
import { shortHash } from "../../facts/index.js";
import { hardened, type Manifest, renderEnvironment } from "../../graph/index.js";
import { dynamoUser } from "../backing.js";
import type { StorageMetadata } from "../objects.js";
import type { ResolvedDownload } from "./resolve.js";
import { downloadScript, permanentFailure } from "./script.js";

/** An object of a download. */
export interface DownloadObject extends Manifest {
  readonly metadata: StorageMetadata;
  readonly spec?: object | undefined;
  readonly data?: Readonly<Record<string, string>> | undefined;
}

/** What a download consists of. */
export interface DownloadObjects {
  readonly script: DownloadObject;
  /** A Job, or a DaemonSet for disks of the machines. */
  readonly workload: DownloadObject;
  readonly networkPolicy: DownloadObject;
}

const scriptFolder = "/etc/model-download";
const tokenFolder = "/var/run/secrets/hugging-face";

/** Renders a download. */
export function renderDownload(download: ResolvedDownload): DownloadObjects {
  const pod = renderPod(download);
  // A Job cannot be changed, so one with other settings is another Job.
  const name = `${download.name}-${shortHash(JSON.stringify([pod, downloadScript]))}`;
  return {
    script: {
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: metadataOf(download, `${download.name}-script`),
      data: { "download.py": downloadScript },
    },
    workload: download.everyNode
      ? renderDaemonSet(download, pod)
      : renderJob(download, pod, metadataOf(download, name)),
    networkPolicy: renderNetworkPolicy(download),
  };
}

function labelsOf({ name }: ResolvedDownload): Readonly<Record<string, string>> {
  return {
    "app.kubernetes.io/name": "model-download",
    "app.kubernetes.io/instance": name,
    "app.kubernetes.io/part-of": "dynamo",
  };
}

function metadataOf(download: ResolvedDownload, name: string): StorageMetadata {
  return { name, namespace: download.namespace, labels: labelsOf(download) };
}

function renderJob(
  download: ResolvedDownload,
  pod: PodSpec,
  metadata: StorageMetadata,
): DownloadObject {
  return {
    apiVersion: "batch/v1",
    kind: "Job",
    metadata,
    spec: {
      backoffLimit: download.backoffLimit,
      ttlSecondsAfterFinished: download.ttlSeconds,
      // The next pod goes on where this one stopped, so it must have stopped.
      podReplacementPolicy: "Failed",
      podFailurePolicy: {
        rules: [
          {
            action: "FailJob",
            onExitCodes: {
              containerName: "download",
              operator: "In",
              values: [permanentFailure],
            },
          },
          // A drained node is nobody's fault.
          { action: "Ignore", onPodConditions: [{ type: "DisruptionTarget", status: "True" }] },
        ],
      },
      template: template(download, { ...pod, restartPolicy: "Never" }),
    },
  };
}

/** The first process of a container hears no signal that it has not asked for. */
const waitForTheEnd =
  "import signal; end = {signal.SIGTERM}; signal.pthread_sigmask(signal.SIG_BLOCK, end); signal.sigwait(end)";

/** Downloads before the pod is ready, then waits for the end of the node. */
function renderDaemonSet(download: ResolvedDownload, pod: PodSpec): DownloadObject {
  const { containers, initContainers = [], ...rest } = pod;
  const wait: Container = {
    name: "ready",
    image: download.image,
    command: ["python3", "-c", waitForTheEnd],
    resources: {
      requests: { cpu: "10m", memory: "64Mi" },
      limits: { cpu: "100m", memory: "128Mi" },
    },
    securityContext: containerSecurity(),
  };
  return {
    apiVersion: "apps/v1",
    kind: "DaemonSet",
    metadata: metadataOf(download, download.name),
    spec: {
      selector: { matchLabels: labelsOf(download) },
      template: template(download, {
        ...rest,
        initContainers: [...initContainers, ...containers],
        containers: [wait],
      }),
    },
  };
}

function template({ cache, ...download }: ResolvedDownload, spec: PodSpec): PodTemplateSpec {
  const { podLabels, podAnnotations } = cache;
  return {
    metadata: {
      labels: { ...labelsOf({ cache, ...download }), ...podLabels },
      ...(podAnnotations === undefined ? {} : { annotations: { ...podAnnotations } }),
    },
    spec,
  };
}

function renderPod(download: ResolvedDownload): PodSpec {
  const { cache, imagePullSecrets, nodeSelector, tolerations } = download;
  return {
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    serviceAccountName: cache.serviceAccountName,
    securityContext: hardened().podSecurityContext,
    nodeSelector: nodeSelector === undefined ? undefined : { ...nodeSelector },
    tolerations: tolerations === undefined ? undefined : [...tolerations],
    imagePullSecrets:
      imagePullSecrets.length === 0 ? undefined : imagePullSecrets.map((name) => ({ name })),
    initContainers: download.prepareAsRoot ? [renderPrepare(download)] : undefined,
    containers: [renderContainer(download)],
    volumes: [...renderVolumes(download)],
  };
}

function renderContainer(download: ResolvedDownload): Container {
  const { token, cache, image, resources } = download;
  return {
    name: "download",
    image,
    command: ["python3", `${scriptFolder}/download.py`],
    env: environmentOf(download),
    resources,
    securityContext: containerSecurity(),
    volumeMounts: [
      { name: "model-cache", mountPath: cache.mountPath },
      { name: "script", mountPath: scriptFolder, readOnly: true },
      { name: "tmp", mountPath: "/tmp" },
      ...(token === undefined ? [] : [{ name: "token", mountPath: tokenFolder, readOnly: true }]),
    ],
  };
}

function environmentOf(download: ResolvedDownload): EnvVar[] {
  const { cache, token, include, endpoint } = download;
  return (
    renderEnvironment({
      MODEL_ID: download.model,
      // Without one the script asks for the newest; the rules have said what that means.
      MODEL_REVISION: download.revision ?? "main",
      CACHE_ROOT: cache.mountPath,
      HF_HOME: cache.mountPath,
      MODEL_FOLDER:
        cache.location === undefined ? undefined : `${cache.location}/${download.model}`,
      ALLOW_PATTERNS: include === undefined ? undefined : JSON.stringify(include),
      IGNORE_PATTERNS: JSON.stringify(download.exclude),
      MAX_WORKERS: String(download.maxWorkers),
      ATTEMPTS: String(download.attempts),
      VERIFY: download.verifyAlways ? "always" : undefined,
      HF_ENDPOINT: endpoint,
      HF_TOKEN_PATH: token === undefined ? undefined : `${tokenFolder}/token`,
      HF_XET_HIGH_PERFORMANCE: download.highPerformance ? "1" : undefined,
      // Chunks that were put together are not needed again.
      HF_XET_CACHE: "/tmp/xet",
      HF_HUB_DISABLE_PROGRESS_BARS: "1",
      HF_HUB_DISABLE_TELEMETRY: "1",
      HOME: "/tmp",
      ...download.env,
    }) ?? []
  );
}

function renderVolumes({ cache, token, name }: ResolvedDownload): readonly Volume[] {
  const models: Volume =
    cache.volume === undefined
      ? { name: "model-cache", persistentVolumeClaim: { claimName: cache.claimName ?? "" } }
      : { name: "model-cache", ...cache.volume };
  return [
    models,
    { name: "script", configMap: { name: `${name}-script` } },
    { name: "tmp", emptyDir: { sizeLimit: "1Gi" } },
    ...(token === undefined
      ? []
      : [
          {
            name: "token",
            secret: {
              secretName: token.name,
              defaultMode: 0o440,
              items: [{ key: token.key, path: "token" }],
            },
          },
        ]),
  ];
}

/** Gives the root folder of the storage to the user of the pods; nothing below it is touched. */
function renderPrepare({ image, cache }: ResolvedDownload): Container {
  const program = `import os; path = ${JSON.stringify(cache.mountPath)}; os.chmod(path, 0o770); os.chown(path, ${dynamoUser}, ${dynamoUser})`;
  return {
    name: "prepare",
    image,
    command: ["python3", "-c", program],
    resources: {
      requests: { cpu: "10m", memory: "64Mi" },
      limits: { cpu: "500m", memory: "128Mi" },
    },
    securityContext: {
      ...containerSecurity(),
      capabilities: { drop: ["ALL"], add: ["CHOWN", "FOWNER"] },
      runAsNonRoot: false,
      runAsUser: 0,
    },
    volumeMounts: [{ name: "model-cache", mountPath: cache.mountPath }],
  };
}

function containerSecurity(): NonNullable<Container["securityContext"]> {
  return { ...hardened().securityContext, readOnlyRootFilesystem: true };
}

/** Nobody connects to the pod; it reaches DNS and the Hub. Mounts are the node's, which no policy stops. */
function renderNetworkPolicy(download: ResolvedDownload): DownloadObject {
  return {
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata: metadataOf(download, download.name),
    spec: {
      podSelector: { matchLabels: labelsOf(download) },
      policyTypes: ["Ingress", "Egress"],
      egress: [
        {
          ports: [
            { protocol: "UDP", port: 53 },
            { protocol: "TCP", port: 53 },
          ],
        },
        { ports: download.egressPorts.map((port) => ({ protocol: "TCP", port })) },
      ],
    },
  };
}
