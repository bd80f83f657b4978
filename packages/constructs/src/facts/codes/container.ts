// SPDX-License-Identifier: Apache-2.0
/** @module Codes about what runs in a container: launch, image, environment, memory, probes, secrets. */
import type { CodeFacts } from "./code.js";

export const containerCodes = {
  "DYN-LAUNCH-001": {
    severity: "error",
    title: "flag value that the program refuses",
    why: "The program checks its flags at start and exits on a wrong value.",
  },
  "DYN-LAUNCH-002": {
    severity: "error",
    title: "flag that this release no longer has",
    why: "The program rejects flags that it does not know and exits.",
  },
  "DYN-LAUNCH-003": {
    severity: "error",
    title: "flag that the program does not know",
    why: "Frontend, routers, planners and mocker have a closed list of flags and exit on any other.",
  },
  "DYN-LAUNCH-004": {
    severity: "error",
    title: "arguments without a command",
    why: "Without a command the operator keeps its own: a shell that reads only the first argument as a script (workers), or python3 (frontends).",
  },
  "DYN-LAUNCH-005": {
    severity: "error",
    title: "nothing to run",
    why: "The operator has no default process for this type; it starts a shell without a script, which exits at once.",
  },
  "DYN-LAUNCH-006": {
    severity: "error",
    title: "operator does not see the parallel sizes",
    why: "The operator reads the long flags of vLLM as separate words in args, nothing else. Unseen, it does not join the nodes, and each pod looks for GPUs that it does not have.",
  },
  "DYN-LAUNCH-007": {
    severity: "error",
    title: "operator finds no place for the multi-node flags",
    why: "The operator appends to args when the command is Python, and otherwise writes into the argument that holds the Python command.",
  },
  "DYN-LAUNCH-008": {
    severity: "warning",
    title: "multi-node flags are set by hand",
    why: "The operator adds rank and address of each node itself; a second value contradicts it.",
  },
  "DYN-LAUNCH-009": {
    severity: "warning",
    title: "multi-node engine that the operator does not recognise",
    why: "Only commands with python -m dynamo.vllm, .sglang or .trtllm in plain sight get the flags that join the nodes.",
  },
  "DYN-LAUNCH-010": {
    severity: "warning",
    title: "variable that nobody expands",
    why: "Without a shell Kubernetes expands $(NAME) only, so the program gets the text as it stands.",
  },
  "DYN-LAUNCH-011": {
    severity: "warning",
    title: "variable that nobody sets",
    why: "Kubernetes leaves a reference to an unknown variable as it stands, so the program gets the text $(NAME).",
  },
  "DYN-LAUNCH-012": {
    severity: "warning",
    title: "endpoint picker loses its configuration volume",
    why: "Volumes or mounts of an epp component replace the operator's, among them the one with the picker's configuration.",
  },
  "DYN-IMAGE-001": {
    severity: "error",
    title: "image does not contain the program",
    why: "Each image ships one engine; the planner's dependencies are only in dynamo-planner since 1.1.",
  },
  "DYN-IMAGE-002": {
    severity: "warning",
    title: "EFA devices without the EFA image",
    why: "Only the -efa images carry libfabric and its NIXL plugin; others copy KV blocks over TCP.",
  },
  "DYN-IMAGE-003": {
    severity: "info",
    title: "EFA image without EFA devices",
    why: "The pod requests no vpc.amazonaws.com/efa, so the EFA stack of the image finds no device.",
  },
  "DYN-IMAGE-004": {
    severity: "error",
    title: "image that was never published or never worked",
    why: "NVIDIA publishes no such variant, or withdrew it; the pod cannot start.",
  },
  "DYN-IMAGE-005": {
    severity: "warning",
    title: "images of different releases in one graph",
    why: "Event subjects and wire formats change between minor releases (last with 1.4), and there is no compatibility layer.",
  },
  "DYN-IMAGE-006": {
    severity: "warning",
    title: "runtimeVersionOverride contradicts the tag",
    why: "The operator renders for the stated release, but another one runs.",
  },
  "DYN-IMAGE-007": {
    severity: "error",
    title: "image has no such program",
    why: "dynamo-planner is a distroless image with Python and /bin/sh; bash and curl are not in it.",
  },
  "DYN-IMAGE-008": {
    severity: "warning",
    title: "image name that NVIDIA does not publish",
    why: "The registry path belongs to NVIDIA and has no such image; the pull fails.",
  },
  "DYN-IMAGE-009": {
    severity: "error",
    title: "image for another CPU architecture",
    why: "The node selector asks for arm64 nodes, and the image exists for amd64 only.",
  },
  "DYN-PROBE-001": {
    severity: "error",
    title: "probe names a port that the container does not have",
    why: "Ports of the main container replace the operator's list; a probe on a missing name always fails.",
  },
  "DYN-PROBE-002": {
    severity: "error",
    title: "probe asks a port where nothing listens",
    why: "Workers answer on the system port, frontends on the HTTP port.",
  },
  "DYN-PROBE-003": {
    severity: "error",
    title: "probe asks a path that does not exist",
    why: "The server answers 404, which counts as failure.",
  },
  "DYN-PROBE-004": {
    severity: "warning",
    title: "start-up probe gives up before a model can load",
    why: "A worker answers 503 until the engine is ready; when the probe gives up first, the kubelet restarts the container and loading begins anew.",
  },
  "DYN-PROBE-005": {
    severity: "error",
    title: "server moved away from the operator's probes",
    why: "The operator's probes and the Service keep the default port; the process listens elsewhere and is restarted for ever.",
  },
  "DYN-PROBE-006": {
    severity: "warning",
    title: "liveness probe without a start-up probe",
    why: "A component without a type gets no start-up probe from the operator, so the liveness probe kills the process while it loads.",
  },
  "DYN-SECRET-001": {
    severity: "error",
    title: "credential in clear text",
    why: "Whoever can read the manifest, the repository or the cluster object can use the credential.",
  },
  "DYN-SECRET-002": {
    severity: "warning",
    title: "secret value in clear text",
    why: "The name says that the value is a secret; values in manifests end up in repositories, plans and cluster objects.",
  },
  "DYN-SECRET-003": {
    severity: "warning",
    title: "Secret object with its values",
    why: "A Secret in a manifest is only base64; it belongs to a secret store or an ExternalSecret.",
  },
  "DYN-MEM-001": {
    severity: "error",
    title: "disaggregated worker without shared memory",
    why: "NIXL does not start with the 64 MiB that a container has by default.",
  },
  "DYN-MEM-002": {
    severity: "warning",
    title: "little shared memory",
    why: "Engines and NIXL exchange tensors through /dev/shm; upstream runs nothing with less than 2Gi, and 8Gi is the operator's default.",
  },
  "DYN-MEM-003": {
    severity: "error",
    title: "CPU cache does not fit the memory limit",
    why: "The KV cache in host memory counts against the container's limit; the kernel kills the process when it fills.",
  },
  "DYN-MEM-004": {
    severity: "warning",
    title: "disk cache smaller than the CPU cache",
    why: "KVBM offloads from GPU to CPU to disk; a smaller tier below evicts what the tier above still holds.",
  },
  "DYN-MEM-005": {
    severity: "warning",
    title: "shared memory as large as the memory limit",
    why: "Pages in /dev/shm count against the memory limit, so the container is killed before the volume is full.",
  },
  "DYN-ENV-001": {
    severity: "warning",
    title: "environment variable that nothing reads",
    why: "The setting has moved or gone in this release, so the value has no effect.",
  },
  "DYN-POD-001": {
    severity: "error",
    title: "container mounts a volume that the pod does not have",
    why: "The operator adds missing volumes for the main container only; Kubernetes refuses the pod.",
  },
  "DYN-POD-002": {
    severity: "error",
    title: "container uses a resource claim that the pod does not have",
    why: "Kubernetes refuses a pod whose container names an unknown claim.",
  },
  "DYN-POD-003": {
    severity: "error",
    title: "resource amounts that Kubernetes refuses",
    why: "A request must not exceed its limit; devices such as GPUs are whole numbers, need a limit, and request and limit are equal.",
  },
  "DYN-POD-004": {
    severity: "error",
    title: "container name occurs twice",
    why: "Container names are unique in a pod, init containers included; Kubernetes refuses the pod.",
  },
} as const satisfies Record<string, CodeFacts>;
