// SPDX-License-Identifier: Apache-2.0
/** @module What pods may have without being wrong: planners, probes, volumes, images. */
import {
  aggregated,
  component,
  disaggregated,
  dropFlag,
  main,
  picked,
  planned,
  setFlag,
  sglang,
  trtllm,
} from "../graphs.js";
import type { SoundChange } from "./change.js";

export const soundPods: readonly SoundChange[] = [
  [
    "a plane set once for the graph",
    aggregated,
    (g) => g.spec.env.push({ name: "DYN_EVENT_PLANE", value: "nats" }),
  ],
  [
    "a planner that only advises",
    planned,
    (g) => {
      setFlag(g, "planner", "--config", '{"mode":"disagg","advisory":true}');
      for (const role of ["prefill", "decode"]) {
        delete component(g, role).scalingAdapter;
        component(g, role).replicas = 2;
      }
    },
  ],
  [
    "a planner that is configured by a file",
    planned,
    (g) => {
      setFlag(g, "planner", "--config", "/config/planner.yaml");
      component(g, "prefill").type = "worker";
    },
  ],
  [
    "an own volume at /dev/shm with the operator's switched off",
    disaggregated,
    (g) => {
      for (const role of ["prefill", "decode"]) {
        component(g, role).sharedMemorySize = "0";
        main(g, role).volumeMounts = [{ name: "dshm", mountPath: "/dev/shm" }];
        component(g, role).podTemplate.spec.volumes = [
          { name: "dshm", emptyDir: { medium: "Memory", sizeLimit: "64Gi" } },
        ];
      }
    },
  ],
  [
    "a frontend moved together with its port",
    aggregated,
    (g) => {
      main(g, "frontend").args.push("--http-port", "8080");
      main(g, "frontend").ports = [{ name: "http", containerPort: 8080 }];
    },
  ],
  [
    "a long start-up probe",
    aggregated,
    (g) => {
      main(g, "worker").startupProbe = {
        httpGet: { path: "/live", port: "system" },
        periodSeconds: 60,
        failureThreshold: 60,
      };
    },
  ],
  [
    "a probe of NIXL telemetry",
    aggregated,
    (g) => {
      main(g, "worker").readinessProbe = { httpGet: { path: "/metrics", port: "nixl" } };
    },
  ],
  [
    "TensorRT-LLM with a file from the image",
    trtllm,
    (g) => {
      for (const role of ["prefill", "decode"]) {
        dropFlag(g, role, "--override-engine-args");
        main(g, role).args.push("--extra-engine-args", `/workspace/engine_configs/${role}.yaml`);
      }
    },
  ],
  [
    "SGLang configured by a file",
    sglang,
    (g) => {
      for (const role of ["prefill", "decode"]) {
        main(g, role).args = ["--model-path", "Qwen/Qwen3-32B", "--config", "/config/engine.yaml"];
      }
    },
  ],
  [
    "a mirror of the images",
    aggregated,
    (g) => {
      for (const name of ["frontend", "worker"]) {
        const container = main(g, name);
        container.image =
          container.image?.replace("nvcr.io/nvidia/ai-dynamo", "registry.example/mirror") ?? "";
      }
    },
  ],
  [
    "a patch release beside another",
    aggregated,
    (g) => {
      main(g, "frontend").image = "nvcr.io/nvidia/ai-dynamo/dynamo-frontend:1.4.2";
    },
  ],
  [
    "a worker without a type but with its own server",
    aggregated,
    (g) => {
      delete component(g, "worker").type;
      main(g, "worker").env.push({ name: "DYN_SYSTEM_PORT", value: "9090" });
    },
  ],
  [
    "affinity to workers of the graph",
    disaggregated,
    (g) => {
      component(g, "frontend").podTemplate.spec.affinity = {
        podAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: [
            {
              topologyKey: "topology.kubernetes.io/zone",
              labelSelector: {
                matchLabels: { "nvidia.com/dynamo-graph-deployment-name": "chat" },
                matchExpressions: [
                  {
                    key: "nvidia.com/dynamo-component-type",
                    operator: "In",
                    values: ["worker", "decode"],
                  },
                ],
              },
            },
          ],
        },
      };
    },
  ],
  [
    "a sidecar that shares the claim of main",
    aggregated,
    (g) => {
      main(g, "worker").volumeMounts = [{ name: "models", mountPath: "/models" }];
      component(g, "worker").podTemplate.spec.containers.push({
        name: "warm",
        image: "registry.example/warm:1.0.0",
        args: [],
        env: [],
        resources: {},
        volumeMounts: [{ name: "models", mountPath: "/models" }],
      });
    },
  ],
  [
    "a router mode of the sidecar in its environment",
    picked,
    (g) => {
      const [, sidecar] = component(g, "worker").podTemplate.spec.containers;
      if (sidecar !== undefined) {
        sidecar.args = ["-m", "dynamo.frontend"];
        sidecar.env.push({ name: "DYN_ROUTER_MODE", value: "direct" });
      }
    },
  ],
  [
    "a main container that starts something else",
    aggregated,
    (g) => {
      const worker = main(g, "worker");
      worker.command = ["/opt/start-worker"];
      worker.args = [];
    },
  ],
];
