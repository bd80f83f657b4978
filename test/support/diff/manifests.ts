// SPDX-License-Identifier: Apache-2.0
/** @module A graph and what stands around it, to be changed in one place at a time. */
import { readObjects } from "../../../packages/cli/src/documents.js";

/** Secrets of the manifests; no report may show one. */
export const secrets = {
  token: "hf_QmVhcmVyVG9rZW5PZlRoZU9sZERheXM",
  newToken: "hf_TmV3VG9rZW5BZnRlclJvdGF0aW9uMTIz",
  encoded: Buffer.from("a-password-nobody-may-see").toString("base64"),
  password: "a-password-nobody-may-see",
};

/** The manifests before any change. */
export const manifests = `apiVersion: v1
kind: Namespace
metadata:
  name: inference
  labels:
    pod-security.kubernetes.io/enforce: restricted
---
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata:
  name: models
provisioner: efs.csi.aws.com
parameters:
  provisioningMode: efs-ap
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: model-cache
  namespace: inference
spec:
  accessModes: [ReadWriteMany]
  storageClassName: models
  resources:
    requests:
      storage: 500Gi
---
apiVersion: v1
kind: Secret
metadata:
  name: hf-token-secret
  namespace: inference
type: Opaque
stringData:
  HF_TOKEN: ${secrets.token}
data:
  password: ${secrets.encoded}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: workers
  namespace: inference
spec:
  podSelector:
    matchLabels:
      nvidia.com/dynamo-graph-deployment-name: qwen3
  policyTypes: [Ingress]
  ingress:
    - from:
        - podSelector: {}
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: gateway
  namespace: inference
spec:
  replicas: 2
  selector:
    matchLabels:
      app: gateway
  template:
    metadata:
      labels:
        app: gateway
    spec:
      containers:
        - name: gateway
          image: envoyproxy/envoy:v1.35.0
          env:
            - name: UPSTREAM_PASSWORD
              value: ${secrets.password}
          securityContext:
            allowPrivilegeEscalation: false
            runAsNonRoot: true
            capabilities:
              drop: [ALL]
            seccompProfile:
              type: RuntimeDefault
---
apiVersion: nvidia.com/v1beta1
kind: DynamoGraphDeployment
metadata:
  name: qwen3
  namespace: inference
spec:
  backendFramework: vllm
  components:
    - name: frontend
      type: frontend
      replicas: 1
      podTemplate:
        spec:
          containers:
            - name: main
              image: nvcr.io/nvidia/ai-dynamo/dynamo-frontend:1.4.0
              command: [python3, -m, dynamo.frontend]
              args: [--router-mode, kv]
              envFrom:
                - secretRef:
                    name: hf-token-secret
    - name: prefill
      type: prefill
      replicas: 2
      podTemplate:
        spec:
          nodeSelector:
            node.kubernetes.io/instance-type: p5.48xlarge
          tolerations:
            - key: nvidia.com/gpu
              operator: Exists
          containers:
            - name: main
              image: nvcr.io/nvidia/ai-dynamo/vllm-runtime:1.4.0
              command: [python3, -m, dynamo.vllm]
              args: [--model, Qwen/Qwen3-32B, --revision, abc123, --tensor-parallel-size, "2", --max-model-len, "32768", --disaggregation-mode, prefill, --kv-transfer-config, '{"kv_connector":"NixlConnector","kv_role":"kv_both"}']
              resources:
                limits:
                  nvidia.com/gpu: "2"
    - name: decode
      type: decode
      replicas: 2
      podTemplate:
        spec:
          nodeSelector:
            node.kubernetes.io/instance-type: p5.48xlarge
          tolerations:
            - key: nvidia.com/gpu
              operator: Exists
          containers:
            - name: main
              image: nvcr.io/nvidia/ai-dynamo/vllm-runtime:1.4.0
              command: [python3, -m, dynamo.vllm]
              args: [--model, Qwen/Qwen3-32B, --revision, abc123, --tensor-parallel-size, "2", --max-model-len, "16384", --disaggregation-mode, decode, --kv-transfer-config, '{"kv_connector":"NixlConnector","kv_role":"kv_both"}']
              startupProbe:
                httpGet:
                  path: /live
                  port: system
                failureThreshold: 720
              resources:
                limits:
                  nvidia.com/gpu: "2"
              securityContext:
                allowPrivilegeEscalation: false
                capabilities:
                  drop: [ALL]
`;

/** The objects of a text. */
export function objectsOf(text: string): readonly Readonly<Record<string, unknown>>[] {
  return readObjects([{ path: "manifests.yaml", text, found: false }]).map(({ value }) => value);
}

/** The text with one place changed, which must be there. */
export function edited(text: string, ...edits: readonly (readonly [string, string])[]): string {
  return edits.reduce((rest, [from, to]) => {
    if (!rest.includes(from)) throw new Error(`nothing to change: ${from}`);
    return rest.replace(from, to);
  }, text);
}

/** The document of a kind, with the line that parts it from the next. */
export function documentOf(kind: string, text: string = manifests): string {
  const found = text.split("---\n").find((part) => part.includes(`kind: ${kind}\n`));
  if (found === undefined) throw new Error(`no ${kind}`);
  return found;
}
