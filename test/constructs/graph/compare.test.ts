// SPDX-License-Identifier: Apache-2.0
/** @module The comparison behind `import --verify` reports every real difference, and no spelling. */
import { compare } from "@dynamo-iac/constructs";
import { describe, expect, it } from "vitest";
import { type Json, richAlphaGraph, richGraph } from "../../support/rich-graphs.js";

const places: Readonly<Record<string, string>> = {
  decode: "spec components 1",
  pod: "spec components 1 podTemplate spec",
  main: "spec components 1 podTemplate spec containers 0",
};

/** What a path of words leads to, without its last step. */
function parentOf(graph: Json, path: string): readonly [Json, string] {
  const [first = "", ...rest] = path.split(" ");
  const steps = [...(places[first] ?? first).split(" "), ...rest];
  const last = steps.pop() ?? "";
  return [steps.reduce((here, step) => here[step], graph), last];
}

type Mutation = (graph: Json) => void;

function set(path: string, value: unknown): Mutation {
  return (graph) => {
    const [parent, step] = parentOf(graph, path);
    parent[step] = value;
  };
}

function drop(path: string): Mutation {
  return (graph) => {
    const [parent, step] = parentOf(graph, path);
    expect(parent).toHaveProperty([step]);
    delete parent[step];
  };
}

function change(path: string, edit: (list: Json[]) => void): Mutation {
  return (graph) => {
    const [parent, step] = parentOf(graph, path);
    edit(parent[step]);
  };
}

function twice(path: string): Mutation {
  return change(path, (list) => list.push(structuredClone(list.at(-1))));
}

function script(from: string, to: string): Mutation {
  return change("main args", (args) => {
    expect(args[0]).toContain(from);
    args[0] = args[0].replace(from, to);
  });
}

const reversed = (path: string) => change(path, (list) => list.reverse());
const shortened = (path: string) => change(path, (list) => list.pop());

const real: Readonly<Record<string, Mutation>> = {
  "the API version": set("apiVersion", "nvidia.com/v1"),
  "the name": set("metadata name", "other"),
  "the namespace": drop("metadata namespace"),
  "a label of the graph": set("metadata labels team", "ads"),
  "an annotation of the graph": drop("metadata annotations owner"),
  "an operator annotation": set("metadata annotations nvidia.com/enable-grove", "true"),
  "a finalizer": set("metadata finalizers", ["x/y"]),
  "the backend": set("spec backendFramework", "sglang"),
  "the priority class": drop("spec priorityClassName"),
  "a propagated label": set("spec labels tier", "silver"),
  "the order of graph variables": reversed("spec env"),
  "a graph variable": set("spec env 0 value", "/other"),
  "a component more": change("spec components", (list) => list.push({ name: "extra" })),
  "a component less": shortened("spec components"),
  "a component twice": twice("spec components"),
  "the name of a component": set("decode name", "Decode"),
  "the type": set("decode type", "prefill"),
  "the replicas": set("decode replicas", 4),
  "replicas that are left out": drop("decode replicas"),
  minAvailable: set("decode minAvailable", 1),
  "shared memory": set("decode sharedMemorySize", "16G"),
  "an empty scalingAdapter": drop("decode scalingAdapter"),
  "the model reference": set("decode modelRef revision", "main"),
  "the number of nodes": set("decode multinode nodeCount", 4),
  "the frontend sidecar": drop("decode frontendSidecar"),
  "the compilation cache": set("decode compilationCache mountPath", "/x"),
  "an experimental feature": drop("decode experimental"),
  "a pod label": set("decode podTemplate metadata labels a", "2"),
  "a pod annotation": drop("decode podTemplate metadata annotations b"),
  "a pod field": set("pod terminationGracePeriodSeconds", 61),
  "the pod's security context": drop("pod securityContext fsGroup"),
  "a node selector": set("pod nodeSelector gpu", "h200"),
  "a toleration less": shortened("pod tolerations"),
  "the effect of a toleration": set("pod tolerations 0 effect", "NoExecute"),
  "a volume": set("pod volumes 0 persistentVolumeClaim claimName", "other"),
  "an init container": set("pod initContainers 0 command 1", "2"),
  "a sidecar less": shortened("pod containers"),
  "the order of sidecars": reversed("pod containers"),
  "a container twice": twice("pod containers"),
  "an argument of a sidecar": set("pod containers 2 args", ["-v"]),
  "a flag of the frontend sidecar": set("pod containers 1 args 3", "kv"),
  "the image": set("main image", "vllm-runtime:1.4.1"),
  "the working directory": drop("main workingDir"),
  "a port": set("main ports 0 containerPort", 9091),
  "a variable's value": set("main env 0 value", "2"),
  "a variable less": shortened("main env"),
  "the order of variables": change("main env", (env) => env.push(env.shift())),
  "a variable twice": change("main env", (env) => env.push({ name: "A", value: "1" })),
  "the source of a variable": set("main env 3 valueFrom fieldRef fieldPath", "status.hostIP"),
  "a value beside a source": set("main env 3 value", "x"),
  "a secret": set("main envFrom", []),
  "a request": set("main resources requests cpu", "9"),
  "a limit": drop("main resources limits memory"),
  GPUs: set("main resources limits nvidia.com/gpu", "3"),
  "a request below its limit": set("main resources requests memory", "32Gi"),
  "a claim": set("main resources claims 0 request", "r"),
  "a capability": set("main securityContext capabilities add", []),
  "a probe": set("main startupProbe failureThreshold", 61),
  "a mount path": set("main volumeMounts 0 mountPath", "/model"),
  "a mount's mode": drop("main volumeMounts 0 readOnly"),
  "a mount less": shortened("main volumeMounts"),
  "a flag's value": script("--tensor-parallel-size 2", "--tensor-parallel-size 4"),
  "a flag less": script(" --enable-lora", ""),
  "a switch the other way": script("--enable-lora", "--no-enable-lora"),
  "an unknown flag's value": script("--unknown-flag x", "--unknown-flag y"),
  "a model": script("Qwen/Qwen3-0.6B", "Qwen/Qwen3-0.6b"),
  "a setup line": script("ulimit -l unlimited", "ulimit -l 0"),
  "a setup line less": script("ulimit -l unlimited\n", ""),
  "the program": script("dynamo.vllm", "dynamo.sglang"),
  "the interpreter": script("python3 -m", "python3 -u -m"),
  "a wrapper": script("exec python3", "exec numactl -m0 python3"),
  "a shell that reads profiles": set("main command", ["/bin/bash", "-lc"]),
  "another shell around a setup line": set("main command", ["/bin/sh", "-c"]),
  "a positional parameter": change("main args", (args) => args.push("extra")),
  "an unknown field": set("main restartPolicyy", "Always"),
  "an unknown field of the graph": set("spec topology", { a: 1 }),
  "a number where text belongs": set("main env 0 value", 1),
};

const flags = ["--model Qwen/Qwen3-0.6B", "--tensor-parallel-size 2"] as const;
const lastApplied = "kubectl.kubernetes.io/last-applied-configuration";

const spelling: Readonly<Record<string, Mutation>> = {
  "the order of components": reversed("spec components"),
  "the place of the main container": change("pod containers", (list) => list.push(list.shift())),
  "the order of mounts": reversed("main volumeMounts"),
  "numbers as quantities": set("main resources limits nvidia.com/gpu", 2),
  "another unit": set("main resources limits memory", "65536Mi"),
  "a request that repeats its limit": drop("main resources requests nvidia.com/gpu"),
  "shared memory in another unit": set("decode sharedMemorySize", "16384Mi"),
  "an alias of a flag": script("--tensor-parallel-size", "-tp"),
  "an equals sign": script("--model Qwen", "--model=Qwen"),
  quotes: script("Qwen/Qwen3-0.6B", '"Qwen/Qwen3-0.6B"'),
  "the order of flags": script(`${flags[0]} ${flags[1]}`, `${flags[1]} ${flags[0]}`),
  "a flag that a later one overrides": script(flags[1], `--tensor-parallel-size 8 ${flags[1]}`),
  "line breaks in a command": script("--model", "\\\n  --model"),
  "an empty value": drop("main env 2 value"),
  null: set("main livenessProbe", null),
  "empty labels": set("decode podTemplate metadata name", null),
  "the status": set("status", { state: "successful" }),
  "a uid": set("metadata uid", "1"),
  "a generation": set("metadata generation", 3),
  "managed fields": set("metadata managedFields", [{}]),
  "what kubectl writes": set(`metadata annotations ${lastApplied}`, "{}"),
  "the annotation of the conversion": set("metadata annotations nvidia.com/dgd-spec", "{}"),
  "an empty command of a frontend": set(
    "spec components 0 podTemplate spec containers 0 command",
    [],
  ),
};

describe("compare", () => {
  it("finds nothing between a graph and itself", () => {
    expect(compare(richGraph(), richGraph())).toEqual([]);
  });

  it.each(Object.entries(real))("reports %s", (_, mutate) => {
    const changed = richGraph();
    mutate(changed);
    expect(compare(richGraph(), changed).length).toBeGreaterThan(0);
    expect(compare(changed, richGraph()).length).toBeGreaterThan(0);
  });

  it.each(Object.entries(spelling))("does not report %s", (_, mutate) => {
    const changed = richGraph();
    mutate(changed);
    expect(compare(richGraph(), changed)).toEqual([]);
  });

  it("names components and containers in its paths", () => {
    const changed = richGraph();
    set("main image", "x")(changed);
    expect(compare(richGraph(), changed)).toEqual([
      {
        path: [
          "spec",
          "components",
          "decode",
          "podTemplate",
          "spec",
          "containers",
          "main",
          "image",
        ],
        original: "vllm-runtime:1.4.0",
        rebuilt: "x",
      },
    ]);
  });
});

describe("compare of v1alpha1 graphs", () => {
  it.each<[string, Mutation]>([
    ["a volume claim", set("spec pvcs 0 create", true)],
    ["the ingress", drop("spec services Frontend ingress")],
    ["an annotation of a service", set("spec services Frontend annotations a", "2")],
    ["the subtype", set("spec services Worker subComponentType", "prefill")],
    ["a foreign type", set("spec services Worker componentType", "main")],
    ["a secret", set("spec services Worker envFromSecret", "other")],
    ["a variable", set("spec services Worker envs 0 value", "2")],
    ["a custom resource", set("spec services Worker resources limits custom rdma/ib", "2")],
    ["a mount", set("spec services Worker volumeMounts 0 mountPoint", "/m")],
    ["an amount that is none", set("spec services Worker resources limits cpu", "many")],
    ["an unknown field", set("spec services Worker pvc", { name: "models" })],
    ["the API version", set("apiVersion", "nvidia.com/v1beta1")],
  ])("reports %s", (_, mutate) => {
    const changed = richAlphaGraph();
    mutate(changed);
    expect(compare(richAlphaGraph(), changed).length).toBeGreaterThan(0);
  });

  it.each<[string, (worker: Json, main: Json) => void]>([
    [
      "where a variable stands",
      (worker, main) => {
        main.env = worker.envs;
        delete worker.envs;
      },
    ],
    [
      "where a secret stands",
      (worker, main) => {
        main.envFrom = [{ secretRef: { name: "token" } }];
        delete worker.envFromSecret;
      },
    ],
    [
      "where resources stand",
      (worker, main) => {
        main.resources = { limits: { "nvidia.com/gpu": 1, "rdma/ib": "1" } };
        delete worker.resources;
      },
    ],
    [
      "a role in one word",
      (worker) => {
        worker.componentType = "decode";
        delete worker.subComponentType;
      },
    ],
    [
      "a feature that is off",
      (worker) => {
        worker.scalingAdapter = { enabled: false };
      },
    ],
  ])("does not report %s", (_, mutate) => {
    const changed = richAlphaGraph();
    const worker = changed.spec.services.Worker;
    mutate(worker, worker.extraPodSpec.mainContainer);
    expect(compare(richAlphaGraph(), changed)).toEqual([]);
  });
});
