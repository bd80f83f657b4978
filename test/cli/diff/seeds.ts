// SPDX-License-Identifier: Apache-2.0
/** @module Changes that people make in their manifests, and what is expected of each. */
import type { Effect } from "@dynamo-iac/constructs/changes";
import { documentOf, edited, manifests, secrets } from "../../support/diff/manifests.js";

/** What is expected of one change. */
export interface Seed {
  readonly name: string;
  readonly after: string;
  /** `component term name: before → after` */
  readonly terms?: readonly string[];
  /** `effect what`, of every consequence */
  readonly effects?: readonly string[];
  /** The hardest effect. */
  readonly effect: Effect;
  /** Parts of lines of the text. */
  readonly says?: readonly (string | RegExp)[];
  readonly losses?: readonly (string | RegExp)[];
  readonly weaker?: readonly string[];
  readonly stronger?: readonly string[];
  readonly added?: readonly string[];
  readonly fixed?: readonly string[];
}

const graph = documentOf("DynamoGraphDeployment");
const decode = graph.slice(graph.indexOf("    - name: decode"));
const inDecode = (from: string, to: string) =>
  edited(manifests, [decode, edited(decode, [from, to])]);
const hpa = (target: string) => `---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: decode
  namespace: inference
spec:
  scaleTargetRef:
    apiVersion: nvidia.com/v1beta1
    kind: DynamoGraphDeploymentScalingAdapter
    name: ${target}
  minReplicas: 1
  maxReplicas: 6
`;
const without = (kind: string) => manifests.replace(`${documentOf(kind)}---\n`, "");

/** The changes. */
export const seeds: readonly Seed[] = [
  {
    name: "replica count",
    after: inDecode("replicas: 2", "replicas: 5"),
    terms: ["decode replicas replicas: 2 → 5", "decode gpus GPUs: 4 → 10"],
    effect: "update",
    says: ["GPUs 8 → 14 (+6)", /per month at maximum scale \$40,179 → \$80,358 \(\+\$40,179\)/],
  },
  {
    name: "tensor parallel size, with the GPUs that it needs",
    after: edited(manifests, [
      decode,
      edited(decode, ['"2", --max', '"4", --max'], ['nvidia.com/gpu: "2"', 'nvidia.com/gpu: "4"']),
    ]),
    terms: [
      "decode gpus GPUs: 4 → 8",
      "decode parallelism tensorParallelSize: 2 → 4",
      "decode resources limits nvidia.com/gpu: 2 → 4",
    ],
    effects: ["restart decode"],
    effect: "restart",
  },
  {
    name: "tensor parallel size without the GPUs",
    after: inDecode('"2", --max', '"4", --max'),
    terms: ["decode parallelism tensorParallelSize: 2 → 4"],
    effects: ["restart decode"],
    effect: "restart",
    added: ["DYN-GPU-001"],
  },
  {
    name: "image of one role",
    after: inDecode("vllm-runtime:1.4.0", "vllm-runtime:1.4.1"),
    terms: [
      "decode image image: nvcr.io/nvidia/ai-dynamo/vllm-runtime:1.4.0 → nvcr.io/nvidia/ai-dynamo/vllm-runtime:1.4.1",
    ],
    effects: ["restart decode"],
    effect: "restart",
  },
  {
    name: "engine flag",
    after: inDecode('"16384"', '"65536"'),
    terms: ["decode flag maxModelLen: 16384 → 65536"],
    effects: ["restart decode"],
    effect: "restart",
  },
  {
    name: "spelling of a flag",
    after: inDecode("--tensor-parallel-size", "-tp"),
    terms: [],
    effects: ["restart decode"],
    effect: "restart",
    says: ["only in spelling"],
  },
  {
    name: "model revision",
    after: inDecode("abc123", "def456"),
    terms: ["decode model revision: abc123 → def456"],
    effects: ["restart decode"],
    effect: "restart",
  },
  {
    name: "router mode",
    after: edited(manifests, ["[--router-mode, kv]", "[--router-mode, round-robin]"]),
    terms: ["frontend router routerMode: kv → round-robin"],
    effects: ["restart frontend"],
    effect: "restart",
  },
  {
    name: "a worker without Grove takes the others along",
    after: edited(
      manifests,
      [decode, edited(decode, ['"16384"', '"65536"'])],
      ["  name: qwen3\n", '  name: qwen3\n  annotations:\n    nvidia.com/enable-grove: "false"\n'],
    ),
    effects: ["restart frontend", "restart prefill", "restart decode"],
    effect: "restart",
  },
  {
    name: "who scales a component",
    after: `${inDecode("replicas: 2\n", "scalingAdapter: {}\n")}${hpa("qwen3-decode")}`,
    terms: [
      "decode replicas replicas: 2 → unset",
      "decode gpus GPUs: 4 → 2",
      "decode scaling replicas are decided by: the manifest → HorizontalPodAutoscaler decode (1 to 6)",
    ],
    effect: "update",
    says: ["HorizontalPodAutoscaler inference/decode created"],
  },
  {
    name: "replicas that a scaling adapter owns",
    after: inDecode("replicas: 2\n", "replicas: 3\n      scalingAdapter: {}\n"),
    effects: ["refused DynamoGraphDeployment"],
    effect: "refused",
    says: ["DYN-API-127"],
  },
  {
    name: "renamed component",
    after: inDecode("name: decode", "name: decoder"),
    terms: ["decoder renamed from decode"],
    effects: ["replace DynamoGraphDeployment"],
    effect: "replace",
    says: ["DYN-API-120"],
    weaker: [],
  },
  {
    name: "probe",
    after: inDecode("failureThreshold: 720", "failureThreshold: 60"),
    terms: ["decode probe startupProbe.failureThreshold: 720 → 60"],
    effects: ["restart decode"],
    effect: "restart",
  },
  {
    name: "more nodes per replica",
    after: inDecode("replicas: 2", "replicas: 2\n      multinode:\n        nodeCount: 2"),
    terms: ['decode nodes multinode: nothing → {"nodeCount":2}', "decode gpus GPUs: 4 → 8"],
    effect: "replace",
    says: ["DYN-API-124"],
  },
  {
    name: "secret rotation",
    after: edited(manifests, [secrets.token, secrets.newToken]),
    effects: ["update frontend of DynamoGraphDeployment qwen3"],
    effect: "update",
    says: [
      "stringData.HF_TOKEN [secret] → [secret, changed]",
      "keep the old values until its pods restart",
    ],
  },
  {
    name: "password in a variable",
    after: edited(manifests, [secrets.password, "another-password-nobody-may-see"]),
    effects: ["restart Deployment"],
    effect: "restart",
    says: ["[secret] → [secret, changed]"],
  },
  {
    name: "storage class",
    after: edited(manifests, ["storageClassName: models", "storageClassName: fast"]),
    effects: ["replace PersistentVolumeClaim"],
    effect: "replace",
    losses: [/the data of the claim model-cache/],
  },
  {
    name: "parameters of a storage class",
    after: edited(manifests, ["efs-ap", "efs-dir"]),
    effects: ["replace StorageClass"],
    effect: "replace",
    losses: [],
  },
  {
    name: "larger claim",
    after: edited(manifests, ["storage: 500Gi", "storage: 1Ti"]),
    effects: ["update PersistentVolumeClaim"],
    effect: "update",
    says: ["allowVolumeExpansion"],
    losses: [],
  },
  {
    name: "smaller claim",
    after: edited(manifests, ["storage: 500Gi", "storage: 100Gi"]),
    effects: ["replace PersistentVolumeClaim"],
    effect: "replace",
    losses: [/model-cache/],
  },
  {
    name: "deleted claim",
    after: without("PersistentVolumeClaim"),
    effect: "update",
    losses: [/model-cache/],
    says: ["PersistentVolumeClaim inference/model-cache deleted"],
  },
  {
    name: "namespace of the graph",
    after: edited(manifests, [graph, edited(graph, ["namespace: inference", "namespace: prod"])]),
    terms: ["graph name namespace: inference → prod"],
    effects: ["replace DynamoGraphDeployment"],
    effect: "replace",
    says: ["inference/qwen3 renamed to DynamoGraphDeployment prod/qwen3"],
  },
  {
    name: "removed network policy",
    after: without("NetworkPolicy"),
    effect: "update",
    weaker: ["no longer: restricts Ingress of nvidia.com/dynamo-graph-deployment-name=qwen3"],
  },
  {
    name: "privileged container",
    after: inDecode("allowPrivilegeEscalation: false", "privileged: true"),
    effects: ["restart decode"],
    effect: "restart",
    weaker: ["runs privileged", "may gain privileges"],
  },
  {
    name: "capability",
    after: inDecode("drop: [ALL]", "drop: [ALL]\n                  add: [SYS_ADMIN]"),
    effect: "restart",
    weaker: ["has the capability SYS_ADMIN"],
  },
  {
    name: "host network",
    after: inDecode(
      "          nodeSelector:",
      "          hostNetwork: true\n          nodeSelector:",
    ),
    effect: "restart",
    weaker: ["uses the node's namespace: hostNetwork"],
  },
  {
    name: "milder Pod Security level",
    after: edited(manifests, ["enforce: restricted", "enforce: baseline"]),
    effect: "update",
    weaker: ["no longer: enforces Pod Security restricted"],
  },
  {
    name: "service on the internet",
    after: `${manifests}---
apiVersion: v1
kind: Service
metadata:
  name: public
  namespace: inference
spec:
  type: LoadBalancer
  selector:
    app: gateway
  ports:
    - port: 80
`,
    effect: "none",
    weaker: ["is reachable from the internet through a load balancer"],
  },
  {
    name: "fixed finding",
    after: edited(manifests, [
      documentOf("Secret"),
      edited(documentOf("Secret"), [
        `stringData:\n  HF_TOKEN: ${secrets.token}\ndata:\n  password: ${secrets.encoded}\n`,
        "",
      ]),
    ]),
    effect: "update",
    fixed: ["DYN-SECRET-003"],
    stronger: ["no longer: holds values in the manifest"],
  },
  {
    name: "label selector of a Deployment",
    after: edited(manifests, [
      "    matchLabels:\n      app: gateway",
      "    matchLabels:\n      app: gateway\n      tier: edge",
    ]),
    effects: ["replace Deployment"],
    effect: "replace",
  },
  {
    name: "backend",
    after: edited(manifests, ["backendFramework: vllm", "backendFramework: sglang"]),
    effect: "replace",
    says: ["DYN-API-121"],
  },
];
