// SPDX-License-Identifier: Apache-2.0
/** @module Graphs with a component that breaks a rule. */
import { alphaGraph, frontend, graph, graphWith, image, service, worker } from "../objects.js";
import type { Case } from "./case.js";

const at = "spec.components[1]";
const main = `${at}.podTemplate.spec.containers[0]`;
const alpha = "spec.services.Decode";
const picker = (changes: object) =>
  graph({
    components: [
      {
        ...frontend,
        type: "epp",
        eppConfig: { configMapRef: { name: "epp", key: "k" } },
        ...changes,
      },
    ],
  });
const containers = (...more: readonly object[]) => ({
  podTemplate: {
    spec: { containers: [...(worker().podTemplate?.spec?.containers ?? []), ...more] },
  },
});
const cache = (
  compilationCache: object,
  mainChanges: object = {},
  volumes: readonly object[] = [],
) => {
  const { podTemplate } = worker({}, { ...mainChanges });
  return graphWith({
    compilationCache: { pvcName: "cc", ...compilationCache },
    podTemplate: { spec: { ...podTemplate?.spec, volumes } },
  });
};

export const componentCases: readonly Case[] = [
  {
    code: "DYN-API-029",
    title: "an unknown executor on the pods of a v1alpha1 service",
    object: alphaGraph({
      extraPodMetadata: { annotations: { "nvidia.com/vllm-distributed-executor-backend": "x" } },
    }),
    path: `${alpha}.extraPodMetadata.annotations["nvidia.com/vllm-distributed-executor-backend"]`,
    says: 'must be mp or ray, got "x"',
    fix: "Use mp",
  },
  {
    code: "DYN-API-050",
    title: "a frontend without main container",
    object: graph({ components: [{ name: "Frontend", type: "frontend" }] }),
    path: "spec.components[0].podTemplate.spec.containers",
    says: 'the main container of "Frontend" needs an image, got nothing',
    fix: "Set the image of the container named main.",
  },
  {
    code: "DYN-API-050",
    title: "a v1alpha1 service without image",
    object: alphaGraph({ extraPodSpec: { mainContainer: { image: "" } } }),
    path: `${alpha}.extraPodSpec.mainContainer.image`,
    says: 'the main container of "Decode" needs an image, got ""',
    fix: "Set the image",
  },
  {
    code: "DYN-API-051",
    title: "a tag that is no release",
    object: graphWith({}, { image: "localhost:5000/vllm-runtime:my-tag" }),
    path: `${main}.image`,
    says: 'the tag must be MAJOR.MINOR.PATCH (such as 1.4.0), got "my-tag" in "localhost:5000/vllm-runtime:my-tag"',
    fix: "Use a tag with the release, or set runtimeVersionOverride.",
  },
  {
    code: "DYN-API-052",
    title: "more that must run than there are",
    object: graphWith({ minAvailable: 3 }),
    path: `${at}.minAvailable`,
    says: "must be at most replicas (2), got 3",
    fix: "Set minAvailable to 2 or less, or replicas to 3 or more.",
  },
  {
    code: "DYN-API-052",
    title: "minAvailable 2 with the default of one replica",
    object: alphaGraph({ minAvailable: 2 }),
    path: `${alpha}.minAvailable`,
    says: "must be at most replicas (1, the default), got 2",
    fix: "Set minAvailable to 1 or less",
  },
  {
    code: "DYN-API-053",
    title: "shared memory below zero",
    object: graphWith({ sharedMemorySize: "-1Gi" }),
    path: `${at}.sharedMemorySize`,
    says: 'must be 0 or more, got "-1Gi"',
    fix: "Set a size",
  },
  {
    code: "DYN-API-054",
    title: "shared memory without size",
    object: alphaGraph({ sharedMemory: { disabled: false } }),
    path: `${alpha}.sharedMemory.size`,
    says: "must be above 0 unless disabled is true, got nothing",
    fix: "Set a size",
  },
  {
    code: "DYN-API-055",
    title: "eppConfig on a worker",
    object: graphWith({ eppConfig: { configMapRef: { name: "epp", key: "k" } } }),
    path: `${at}.eppConfig`,
    says: 'only a component of type epp may have it, this one is "decode"',
    fix: "Remove eppConfig",
  },
  {
    code: "DYN-API-056",
    title: "eppConfig with both sources",
    object: picker({
      eppConfig: {
        configMapRef: { name: "epp", key: "k" },
        config: { plugins: [], schedulingProfiles: [] },
      },
    }),
    path: "spec.components[0].eppConfig",
    says: "exactly one of config and configMapRef is needed, got both",
    fix: "Remove one of the two.",
  },
  {
    code: "DYN-API-057",
    title: "a ConfigMap without name",
    object: picker({ eppConfig: { configMapRef: { key: "k" } } }),
    path: "spec.components[0].eppConfig.configMapRef.name",
    says: "must not be empty",
    fix: "Set the name of the ConfigMap.",
  },
  {
    code: "DYN-API-058",
    title: "an endpoint picker without configuration",
    object: picker({ eppConfig: undefined }),
    path: "spec.components[0].eppConfig",
    says: '"Frontend" is of type epp and needs eppConfig, got nothing',
    fix: "Set eppConfig.config",
  },
  {
    code: "DYN-API-059",
    title: "an endpoint picker over several nodes",
    object: picker({ multinode: {} }),
    path: "spec.components[0].multinode",
    says: "an endpoint picker runs on 1 node, got 2",
    fix: "Remove multinode.",
  },
  {
    code: "DYN-API-060",
    title: "an endpoint picker with two replicas",
    object: picker({ replicas: 2 }),
    path: "spec.components[0].replicas",
    says: "must be 1 for an endpoint picker, got 2",
    fix: "Set replicas to 1",
  },
  {
    code: "DYN-API-061",
    title: "a sidecar that does not exist",
    object: graphWith({ frontendSidecar: "front" }),
    path: `${at}.frontendSidecar`,
    says: 'must name a container of podTemplate ("main"), got "front"',
    fix: "Add the container",
  },
  {
    code: "DYN-API-062",
    title: "a second sidecar-frontend",
    object: alphaGraph({
      frontendSidecar: { image },
      extraPodSpec: {
        mainContainer: { image },
        containers: [
          { name: "x", image },
          { name: "sidecar-frontend", image },
        ],
      },
    }),
    path: `${alpha}.extraPodSpec.containers[1].name`,
    says: 'frontendSidecar creates a container "sidecar-frontend", and there is one already',
    fix: "Rename the container",
  },
  {
    code: "DYN-API-074",
    title: "a mount without path",
    object: graphWith({}, { volumeMounts: [{ name: "models", mountPath: "" }] }),
    path: `${main}.volumeMounts[0].mountPath`,
    says: 'must not be empty, got ""',
    fix: "Set mountPath.",
  },
  {
    code: "DYN-API-074",
    title: "a v1alpha1 mount without path",
    object: alphaGraph({ volumeMounts: [{ name: "models" }] }),
    path: `${alpha}.volumeMounts[0].mountPoint`,
    says: "must not be empty, got nothing",
    fix: "Set mountPoint, or useAsCompilationCache: true.",
  },
  {
    code: "DYN-API-075",
    title: "an ingress without host",
    object: alphaGraph({ ingress: { enabled: true } }),
    path: `${alpha}.ingress.host`,
    says: "required because the ingress is enabled, got nothing",
    fix: "Set ingress.host.",
  },
  {
    code: "DYN-API-076",
    title: "a Dynamo namespace that is ignored",
    object: alphaGraph({ dynamoNamespace: "mine" }),
    path: `${alpha}.dynamoNamespace`,
    says: '"mine" is ignored',
    fix: "Remove dynamoNamespace.",
  },
  {
    code: "DYN-API-076",
    title: "autoscaling that is ignored",
    object: alphaGraph({ autoscaling: { enabled: true } }),
    path: `${alpha}.autoscaling`,
    says: "no autoscaler is created",
    fix: "Remove autoscaling",
  },
  {
    code: "DYN-API-077",
    title: "a cache without path for SGLang",
    object: cache({}, { command: ["python3", "-m", "dynamo.sglang"] }),
    path: `${at}.compilationCache.mountPath`,
    says: 'required for backend "sglang": only vllm has a default path',
    fix: "Set the path",
  },
  {
    code: "DYN-API-077",
    title: "a v1alpha1 cache without path for TensorRT-LLM",
    object: alphaGraph(
      { volumeMounts: [{ name: "cc", useAsCompilationCache: true }] },
      { backendFramework: "trtllm" },
    ),
    path: `${alpha}.volumeMounts[0].mountPoint`,
    says: 'required for backend "trtllm"',
    fix: "Set the path",
  },
  {
    code: "DYN-API-078",
    title: "another volume at the path of the cache",
    object: cache({}, { volumeMounts: [{ name: "other", mountPath: "/root/.cache/vllm/" }] }),
    path: `${main}.volumeMounts[0].mountPath`,
    says: '"/root/.cache/vllm" is the compilation cache of claim "cc", and "other" is mounted there as well',
    fix: "Mount one of the two elsewhere.",
  },
  {
    code: "DYN-API-078",
    title: "a cache that is mounted read-only",
    object: cache(
      { mountPath: "/cache" },
      { volumeMounts: [{ name: "cc", mountPath: "/cache", readOnly: true }] },
    ),
    path: `${main}.volumeMounts[0].readOnly`,
    says: 'claim "cc" is the compilation cache, but is mounted read-only',
    fix: "Remove readOnly.",
  },
  {
    code: "DYN-API-078",
    title: "a volume of that name that is another claim",
    object: cache({}, {}, [{ name: "cc", persistentVolumeClaim: { claimName: "models" } }]),
    path: `${at}.podTemplate.spec.volumes[0]`,
    says: 'must be exactly claim "cc", writable, got claim "models"',
    fix: "Correct the volume",
  },
  {
    code: "DYN-API-079",
    title: "shared memory of one's own",
    object: graphWith({}, { volumeMounts: [{ name: "dshm", mountPath: "/dev/shm" }] }),
    path: `${main}.volumeMounts[0].mountPath`,
    says: 'the operator mounts "8Gi" of its own at /dev/shm instead of "dshm"',
    fix: "Set the size with sharedMemorySize",
  },
  {
    code: "DYN-API-079",
    title: "a volume called shared-memory",
    object: alphaGraph({
      ...service(),
      extraPodSpec: {
        mainContainer: { image },
        volumes: [{ name: "shared-memory", emptyDir: {} }],
      },
    }),
    path: `${alpha}.extraPodSpec.volumes[0]`,
    says: 'the operator replaces the volume "shared-memory" by its own',
    fix: "Give the volume another name.",
  },
  {
    code: "DYN-API-080",
    title: "a sidecar without image",
    object: graphWith(containers({ name: "metrics" })),
    path: `${at}.podTemplate.spec.containers[1].image`,
    says: 'sidecar "metrics" needs an image, got nothing',
    fix: "Set its image.",
  },
  {
    code: "DYN-API-080",
    title: "an init container without image",
    object: graphWith({
      podTemplate: { spec: { ...worker().podTemplate?.spec, initContainers: [{ name: "i" }] } },
    }),
    path: `${at}.podTemplate.spec.initContainers[0].image`,
    says: 'init container "i" needs an image, got nothing',
    fix: "Set its image.",
  },
];
