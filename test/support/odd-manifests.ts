// SPDX-License-Identifier: Apache-2.0
/** @module Manifests as people write them when nobody looks: odd, but all of them can be read. */

/** A v1beta1 graph whose worker has this main container, and what else is given. */
function worker(main: string, others = "", component = ""): string {
  const indent = (text: string, by: number) =>
    text.trim() === ""
      ? ""
      : `\n${text.replace(/^\n|\n$/g, "").replace(/^(?=.)/gm, " ".repeat(by))}`;
  return `apiVersion: nvidia.com/v1beta1
kind: DynamoGraphDeployment
metadata:
  name: odd
spec:
  components:
  - name: worker
    type: worker${indent(component, 4)}
    podTemplate:
      spec:
        containers:
        - name: main
          image: vllm-runtime:1.4.0${indent(main, 10)}${indent(others, 8)}
`;
}

/** A v1alpha1 graph with these services. */
function alpha(services: string, spec = ""): string {
  return `apiVersion: nvidia.com/v1alpha1
kind: DynamoGraphDeployment
metadata:
  name: odd
spec:${spec === "" ? "" : `\n${spec.replace(/^\n|\n$/g, "")}`}
  services:
${services.replace(/^\n|\n$/g, "")}
`;
}

/** Each with what is odd about it. */
export const oddManifests: Readonly<Record<string, string>> = {
  "a login shell and a pipe": worker(`
command: [/bin/bash, -lc]
args: ["python3 -m dynamo.vllm --model a/b 2>&1 | tee /tmp/log"]
`),
  "a login shell": worker(`
command: [/bin/bash, -lc]
args:
- |
  set -Eeuo pipefail
  mkdir -p "\${VLLM_CACHE_ROOT}"
  exec python3 -m dynamo.vllm \\
    --model a/b \\
    --tensor-parallel-size 4
env:
- {name: VLLM_CACHE_ROOT, value: /cache}
`),
  "a here-document in the arguments": worker(`
command: [bash, -c]
args:
- |
  cat > /tmp/config.yaml <<'EOF'
  a: \${NOT_EXPANDED}
  \`backtick\`
  EOF
  exec python3 -m dynamo.trtllm --model a/b --extra-engine-args /tmp/config.yaml
`),
  "numactl in front": worker(`
command: [numactl, --cpunodebind=0, --membind=0, python3, -m, dynamo.vllm]
args: [--model, a/b]
`),
  "a module that nobody knows": worker(`
command: [python3, -m, acme.serve]
args: [--model, a/b]
`),
  "variables in flags": worker(`
command: [/bin/sh, -c]
args: ["python3 -m dynamo.vllm --model $MODEL --served-model-name \\"$NAME\\" --max-model-len \${LEN} $EXTRA"]
env:
- {name: MODEL, value: a/b}
- {name: NAME, valueFrom: {configMapKeyRef: {name: names, key: name}}}
`),
  "no main container": worker(`
command: [python3, -m, dynamo.vllm]
args: [--model, a/b]
`).replace("name: main", "name: engine"),
  "two sidecars before the main container": worker(
    "args: [--model, a/b]\ncommand: [python3, -m, dynamo.sglang]",
  ).replace(
    "        - name: main\n",
    "        - {name: b, image: busybox, command: [sh, -c, 'while true; do sleep 1; done']}\n        - {name: a, image: busybox, restartPolicy: Always}\n        - name: main\n",
  ),
  "unknown fields everywhere": worker(
    "livenessProbe: {httpGet: {path: /live, port: 9090, pathh: x}}\nimagePullPolice: Always\nvolumeMounts:\n- {name: v, mountPath: /v, subpath: x}",
    "hostNetwrok: true\ntolerations:\n- {key: gpu, operator: Exists, efect: NoSchedule}",
    "replica: 3\nmultinode: {nodes: 2, nodeCount: 2}",
  ),
  "wrong types": worker(
    "env:\n- {name: PORT, value: 8000}\n- {name: ON, value: true}\n- {name: Z, value: z}\nports: nine\nworkingDir: 7",
    `nodeSelector: \${SELECTOR}\nterminationGracePeriodSeconds: '60'`,
    "replicas: two\ntype: Worker",
  ).replace("    type: worker\n", ""),
  "numbers among the arguments": worker(`
command: [python3, -m, dynamo.vllm]
args: [--model, a/b, --max-model-len, 4096]
`),
  "a container without a name": worker("stdin: true").replace("name: main\n          ", ""),
  "null in many places": worker(
    "args: ~\nenv: null\nresources:\nlivenessProbe:\n  httpGet: {path: /live, port: 9090, scheme: null}",
    "volumes:\naffinity: null",
    "replicas: ~\nsharedMemorySize: null",
  ),
  "anchors and merge keys": worker(
    "env: &env\n- {name: HF_HOME, value: /models}\nstartupProbe: &probe\n  httpGet: {path: /live, port: 9090}\n  failureThreshold: 60\nreadinessProbe:\n  <<: *probe\n  failureThreshold: 3",
    "initContainers:\n- name: wait\n  image: busybox\n  env: *env",
  ),
  "empty documents and comments": `---\n# nothing\n---\n${worker("stdin: true")}---\n---\n# the end\n`,
  "carriage returns": worker(
    "args: [--model, a/b]\ncommand: [python3, -m, dynamo.vllm]",
  ).replaceAll("\n", "\r\n"),
  "variables given twice": worker(
    "env:\n- {name: A, value: '1'}\n- {name: B, value: $(A)}\n- {name: A, value: '2'}",
  ),
  "a value and a source": worker(
    "env:\n- {name: A, value: x, valueFrom: {fieldRef: {fieldPath: metadata.name}}}\n- {name: '1', value: one}\n- {name: '0', value: zero}",
  ),
  "unbuffered python": worker(
    "command: [/usr/bin/python3.12, -u, -X, dev, -m, dynamo.vllm]\nargs: [--model=a/b]",
  ),
  "arguments as one text": worker(
    "command: [/bin/sh, -c]\nargs: ['python3 -m dynamo.mocker --model-path a/b --speedup-ratio 2.0']",
  ),
  "two commands": worker(
    'command: ["sh", "-c", "cd /workspace && exec python3 -m dynamo.vllm --model a/b"]',
  ),
  "a script that is no program": worker('command: ["sh", "-c", "a && b"]'),
  "positional parameters": worker(
    'command: [bash, -c, "exec python3 -m dynamo.vllm --model \\"$1\\"", bash, a/b]',
  ),
  "a flag document of the wrong types": worker(
    `command: [python3, -m, dynamo.vllm]\nargs: [--model, a/b, --eplb-config, '{"window_size":"1000","log_balancedness":"False"}', --kv-transfer-config, '{"kv_role":"both"}']`,
  ),
  "a planner with keys that nobody knows": worker(
    `command: [python3, -m, dynamo.planner]\nargs: [--config, '{"environment":"kubernetes","enable_power_awareness":true,"scheduling":{"x":1}}']`,
  ).replace("type: worker", "type: planner"),
  "hostile text": worker(
    [
      "env:",
      '- {name: A, value: "`$' +
        "{process.exit(1)}" +
        '`\\\\ \\u2028 \\x1b[31m \\u202e */ </script>"}',
      '- {name: B, value: "line\\n$' + "{x}" + '\\n`y`\\n\\\\z"}',
      "- {name: __proto__, value: p}",
      "- {name: constructor, value: c}",
    ].join("\n"),
    "nodeSelector: {__proto__: x, 'a\"b': y, 'c\\n': z}",
  ),
  "a list": `apiVersion: v1
kind: List
items:
- {apiVersion: v1, kind: ConfigMap, metadata: {name: odd}, data: {a: "1\\n2\\n"}}
- {apiVersion: v1, kind: Secret, metadata: {name: odd}, stringData: {a: b}}
- {apiVersion: v1, kind: Secret, metadata: {name: odd, namespace: other}, stringData: {a: b}}
`,
  "a live object": `apiVersion: nvidia.com/v1beta1
kind: DynamoGraphDeployment
metadata:
  name: odd
  namespace: inference
  uid: 0b9f
  resourceVersion: "77"
  generation: 3
  creationTimestamp: "2026-08-14T10:00:00Z"
  finalizers: [nvidia.com/finalizer]
  ownerReferences:
  - {apiVersion: nvidia.com/v1beta1, kind: DynamoGraphDeploymentRequest, name: r, uid: "1"}
  labels: {}
  annotations:
    kubectl.kubernetes.io/last-applied-configuration: '{"a":1}'
    nvidia.com/kai-scheduler-queue: research
    nvidia.com/enable-metrics: "no"
  managedFields: [{manager: kubectl}]
spec:
  components:
  - name: f
    type: frontend
status: {state: successful, observedGeneration: 3}
`,
  "a generated name": `apiVersion: nvidia.com/v1beta1
kind: DynamoGraphDeployment
metadata: {generateName: odd-}
spec: {components: [{name: f, type: frontend}]}
---
apiVersion: batch/v1
kind: Job
metadata: {generateName: bench-}
spec: {template: {spec: {restartPolicy: Never, containers: [{name: a, image: b}]}}}
`,
  "a graph without anything": `apiVersion: nvidia.com/v1beta1
kind: DynamoGraphDeployment
metadata: {name: bare}
spec: {}
---
apiVersion: nvidia.com/v1beta1
kind: DynamoGraphDeployment
metadata: {name: broken}
`,
  "components that are none": `apiVersion: nvidia.com/v1beta1
kind: DynamoGraphDeployment
metadata: {name: odd}
spec: {components: [worker, {name: a}]}
`,
  "v1alpha1 with everything that v1beta1 lacks": alpha(
    `
    Frontend:
      componentType: frontend
      dynamoNamespace: legacy
      serviceName: web
      annotations: {a: "1"}
      labels: {b: "2"}
      autoscaling: {enabled: true, minReplicas: 1, maxReplicas: 4}
      ingress: {enabled: true, host: qwen, tls: {secretName: cert}, labels: {c: d}}
      extraPodMetadata: {}
      extraPodSpec: {mainContainer: {image: f, name: web}}
    Worker:
      componentType: main
      subComponentType: odd
      envFromSecret: token
      sharedMemory: {disabled: true}
      scalingAdapter: {enabled: false}
      gpuMemoryService: {enabled: false, deviceClassName: x}
      failover: {enabled: true, numShadows: 3}
      checkpoint: {identity: {model: a, backendFramework: vllm}}
      resources: {limits: {gpu: "1", gpuType: gpu.intel.com/xe, cpu: "\${CPU}", custom: {"rdma/ib": "2"}}}
      volumeMounts:
      - {name: a, mountPoint: /a, useAsCompilationCache: true}
      - {name: b, mountPoint: /b, useAsCompilationCache: true}
      - {name: c, mountPoint: /c}
      extraPodSpec:
        containers: [{name: main, image: ignored}, {name: side, image: s}]
        mainContainer:
          image: w
          volumeMounts: [{name: d, mountPath: /d, subPath: x, readOnly: true}]
          env: [{name: A, value: "1"}]
          livenessProbe: {httpGet: {path: /x, port: 1}}
      livenessProbe: {failureThreshold: 3}
      envs: [{name: A, value: "0"}, {name: B, value: "2"}]
      frontendSidecar: {image: fs, args: [-m, dynamo.frontend], envFromSecret: token, envs: [{name: C, value: c}]}
      pvc: {create: false, name: legacy, mountPoint: /old}
`,
    `
  backendFramework: vllm
  envs: [{name: G, value: g}]
  pvcs: [{name: a, create: true, size: 10Gi, storageClass: fast, volumeAccessMode: ReadWriteMany}, {name: b}]
  topologyConstraint: {topologyProfile: p, packDomain: rack}
`,
  ),
  "v1alpha1 with a wrong type in a moved field": alpha(`
    Worker:
      componentType: worker
      extraPodSpec:
        nodeSelector: \${SELECTOR}
        mainContainer:
          image: w
          env: [{name: A, value: 1}, {name: B, value: b}]
          volumeMounts: [{name: a, mountPath: /a, mode: rw}]
          readinessProbe: {httpGet: {path: /x, port: 1, host: 5}}
`),
  "requests of both versions": `apiVersion: nvidia.com/v1alpha1
kind: DynamoGraphDeploymentRequest
metadata: {name: old}
spec:
  model: Qwen/Qwen3-0.6B
  backend: vllm
  profilingConfig: {profilerImage: p, config: {sla: {isl: 3000, ttft: 500.0}}}
  autoApply: true
---
apiVersion: nvidia.com/v1beta1
kind: DynamoGraphDeploymentRequest
metadata: {name: new}
spec:
  model: Qwen/Qwen3-0.6B
  backend: vllm
  image: i:1.4.0
  sla: {ttft: 500, itl: 30}
  workload: {isl: 3000, osl: 150}
  unknown: {a: [1, {b: null}]}
`,
  "every other kind": `apiVersion: nvidia.com/v1alpha1
kind: DynamoModel
metadata: {name: lora}
spec: {modelName: sql, baseModelName: Qwen/Qwen3-0.6B, modelType: lora, source: {uri: "s3://a/b"}}
---
apiVersion: nvidia.com/v1alpha1
kind: DynamoModel
metadata: {name: incomplete}
spec: {modelName: sql}
---
apiVersion: nvidia.com/v1alpha1
kind: DynamoCheckpoint
metadata: {name: warm}
spec:
  identity: {model: a, backendFramework: vllm, tensorParallelSize: 2}
  job: {podTemplateSpec: {spec: {containers: [{name: main, image: i}]}}}
---
apiVersion: nvidia.com/v1alpha1
kind: DynamoGraphDeploymentScalingAdapter
metadata: {name: a}
spec: {replicas: 2, dgdRef: {name: g, serviceName: Worker}}
---
apiVersion: nvidia.com/v1beta1
kind: DynamoGraphDeploymentScalingAdapter
metadata: {name: b}
spec: {replicas: 2, dgdRef: {name: g, componentName: worker}}
---
apiVersion: nvidia.com/v1alpha1
kind: DynamoComponentDeployment
metadata: {name: c, annotations: {nvidia.com/dcd-spec: "{}"}}
spec: {componentType: worker, replicas: 1, extraPodSpec: {mainContainer: {image: i}}}
---
apiVersion: nvidia.com/v1beta1
kind: DynamoComponentDeployment
metadata: {name: d}
spec: {name: worker, type: worker, replicas: 1}
---
apiVersion: nvidia.com/v1alpha1
kind: PodSnapshot
metadata: {name: e}
spec: {source: {podRef: {name: p}}}
---
apiVersion: nvidia.com/v2
kind: DynamoTomorrow
metadata: {name: f}
spec: {a: {b: [1, 2.5, true, "x"]}}
`,
  "octal, yes and dates": `apiVersion: v1
kind: ConfigMap
metadata: {name: odd}
data: {date: 2026-08-14, ratio: 1:30, text: "yes"}
---
apiVersion: v1
kind: Pod
metadata: {name: odd}
spec:
  hostNetwork: yes
  volumes: [{name: a, secret: {secretName: s, defaultMode: 0400}}]
  containers: [{name: a, image: b}]
`,
};
