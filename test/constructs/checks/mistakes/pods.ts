// SPDX-License-Identifier: Apache-2.0
/** @module Mistakes with secrets, and what Kubernetes refuses in a pod. */
import { aggregated, component, disaggregated, main } from "../graphs.js";
import type { Mistake } from "./mistake.js";

const mainOf = (index: number) => `spec.components[${index}].podTemplate.spec.containers[0]`;

// Built from parts, so that no scanner takes the test for a leak.
const token = `hf_${"AbCdEfGhIjKlMnOpQrStUvWxYz".slice(0, 24)}`;
const accessKey = `AKIA${"ABCDEFGHIJKLMNOP"}`;

export const secretMistakes: readonly Mistake[] = [
  {
    name: "Hugging Face token in a variable",
    graph: aggregated,
    change: (graph) => main(graph, "worker").env.push({ name: "HF_TOKEN", value: token }),
    code: "DYN-SECRET-001",
    path: `${mainOf(1)}.env[0].value`,
    message: /HF_TOKEN of worker holds a Hugging Face token in clear text/,
    fix: /secretKeyRef/,
  },
  {
    name: "AWS key on the graph, under an innocent name",
    graph: aggregated,
    change: (graph) => graph.spec.env.push({ name: "EXTRA", value: accessKey }),
    code: "DYN-SECRET-001",
    path: "spec.env[0].value",
    message: /EXTRA of the graph holds an AWS access key/,
    fix: /Revoke it/,
  },
  {
    name: "token in an argument",
    graph: aggregated,
    change: (graph) => main(graph, "worker").args.push("--hf-token", token),
    code: "DYN-SECRET-001",
    path: `${mainOf(1)}.args[5]`,
    message: /worker holds a Hugging Face token in clear text/,
    fix: /\$\(NAME\)/,
  },
  {
    name: "API key as an argument",
    graph: aggregated,
    change: (graph) => main(graph, "worker").args.push("--api-key", "letmein"),
    code: "DYN-SECRET-002",
    path: `${mainOf(1)}.args[4]`,
    message: /--api-key of worker is a literal of 7 characters/,
    fix: /\$\(NAME\)/,
  },
  {
    name: "password in a variable",
    graph: aggregated,
    change: (graph) =>
      main(graph, "frontend").env.push({
        name: "ETCD_AUTH_PASSWORD",
        value: "correct horse battery",
      }),
    code: "DYN-SECRET-002",
    path: `${mainOf(0)}.env[0].value`,
    message: /ETCD_AUTH_PASSWORD of frontend is set to a literal of 21 characters/,
    fix: /secretKeyRef/,
  },
];

export const podMistakes: readonly Mistake[] = [
  {
    name: "sidecar with a mount that has no volume",
    graph: aggregated,
    change: (graph) =>
      component(graph, "worker").podTemplate.spec.containers.push({
        name: "logs",
        image: "registry.example/logs:1.0.0",
        args: [],
        env: [],
        resources: {},
        volumeMounts: [{ name: "spool", mountPath: "/spool" }],
      }),
    code: "DYN-POD-001",
    path: "spec.components[1].podTemplate.spec.containers[1].volumeMounts[0].name",
    message: /container logs of worker mounts "spool", and the pod has no volumes/,
    fix: /Add a volume spool/,
  },
  {
    name: "claim that the pod does not declare",
    graph: aggregated,
    change: (graph) => {
      main(graph, "worker").resources = { claims: [{ name: "gpu" }] };
    },
    code: "DYN-POD-002",
    path: `${mainOf(1)}.resources.claims[0].name`,
    message: /uses the claim "gpu", and resourceClaims of the pod has 0 entries/,
    fix: /Add gpu to resourceClaims/,
  },
  {
    name: "init container with the name of a container",
    graph: aggregated,
    change: (graph) => {
      component(graph, "worker").podTemplate.spec.initContainers = [
        { name: "main", image: "registry.example/init:1.0.0" },
      ];
    },
    code: "DYN-POD-004",
    path: "spec.components[1].podTemplate.spec.initContainers[0].name",
    message: /a container and an init container named "main"/,
    fix: /Rename the init container/,
  },
  {
    name: "affinity to a type that no component has",
    graph: disaggregated,
    change: (graph) => {
      component(graph, "frontend").podTemplate.spec.affinity = {
        podAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: [
            {
              topologyKey: "topology.kubernetes.io/zone",
              labelSelector: {
                matchLabels: {
                  "nvidia.com/dynamo-graph-deployment-name": "chat",
                  "nvidia.com/dynamo-component-type": "worker",
                },
              },
            },
          ],
        },
      };
    },
    code: "DYN-PLACE-001",
    path: "spec.components[0].podTemplate.spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].labelSelector",
    message: /component-type "worker"; there are 0 \(.*: frontend, prefill, decode\)/,
    fix: /Select labels that components/,
  },
  {
    name: "anti-affinity by graph and component joined",
    graph: aggregated,
    change: (graph) => {
      component(graph, "frontend").podTemplate.spec.affinity = {
        podAntiAffinity: {
          preferredDuringSchedulingIgnoredDuringExecution: [
            {
              weight: 100,
              podAffinityTerm: {
                topologyKey: "kubernetes.io/hostname",
                labelSelector: {
                  matchExpressions: [
                    {
                      key: "nvidia.com/dynamo-graph-deployment-name",
                      operator: "In",
                      values: ["chat-frontend"],
                    },
                  ],
                },
              },
            },
          ],
        },
      };
    },
    code: "DYN-PLACE-002",
    path: "spec.components[0].podTemplate.spec.affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].podAffinityTerm.labelSelector",
    message: /wants .* "chat-frontend", and the graph is named "chat"/,
    fix: /nvidia\.com\/dynamo-component: frontend/,
  },
];
