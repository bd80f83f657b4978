// SPDX-License-Identifier: Apache-2.0
/** @module What a cluster fills in, made up. */
import type { CloudAnswers, Fields } from "./answers.js";

/** Values of Kubernetes objects and Helm releases. */
export const kubernetesAnswers: CloudAnswers = {
  provider: "kubernetes",
  functions: {},
  computed: ({ type, name, inputs }) => {
    if (type === "kubernetes:helm.sh/v3:Release") {
      const release = text(inputs.name) ?? name;
      const namespace = text(inputs.namespace) ?? "default";
      const status = { name: release, namespace, revision: 1, status: "deployed" };
      return { id: `${namespace}/${release}`, name: release, namespace, status, resourceNames: {} };
    }
    const metadata = fields(inputs.metadata);
    const object = text(metadata.name) ?? name;
    const namespace = text(metadata.namespace);
    const id = namespace === undefined ? object : `${namespace}/${object}`;
    if (!/:(Service|Ingress|Gateway)$/.test(type)) return { id };
    const hostname = `${object}.load-balancer.example`;
    return { id, status: { loadBalancer: { ingress: [{ hostname }] } } };
  },
};

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function fields(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}
