// SPDX-License-Identifier: Apache-2.0
/** @module Arbitrary containers and pods. */
import fc from "fast-check";
import {
  all,
  amount,
  any,
  image,
  keyed,
  label,
  listOf,
  path,
  positive,
  some,
  text,
  texts,
  yes,
} from "./arbitrary.js";

/** Few names, so that two lists often share one. */
const variable = fc.constantFrom("A", "B", "C", "D");
/** Few volumes, so that one is mounted twice now and then. */
export const volume = fc.oneof(fc.constantFrom("models", "cache"), label);
const envVar = fc.oneof(
  all({ name: variable, value: text }),
  all({ name: variable }),
  all({
    name: variable,
    valueFrom: all({ secretKeyRef: all({ name: label, key: label }) }),
  }),
);
export const env = keyed(envVar, "name");
const envFrom = listOf(
  fc.oneof(
    all({ secretRef: all({ name: label }) }),
    all({ secretRef: all({ name: label, optional: yes }), prefix: label }),
    all({ configMapRef: all({ name: label }) }),
  ),
  2,
);
export const probe = some(
  {
    httpGet: all({ path, port: fc.oneof(label, positive) }),
    periodSeconds: positive,
    failureThreshold: positive,
  },
  ["httpGet"],
);
export const claims = keyed(some({ name: label, request: label }, ["name"]), "name", 2);
export const resourceNames = fc.constantFrom(
  "cpu",
  "memory",
  "nvidia.com/gpu",
  "gpu.intel.com/xe",
  "vpc.amazonaws.com/efa",
);
const resourceList = fc.dictionary(resourceNames, amount, {
  minKeys: 1,
  maxKeys: 4,
  noNullPrototype: true,
});
const resources = any({ claims, limits: resourceList, requests: resourceList });
export const volumeMount = some(
  { name: volume, mountPath: path, readOnly: yes, subPath: label, mountPropagation: text },
  ["name", "mountPath"],
);
const volumeMounts = keyed(volumeMount, "mountPath", 4);

/** The members of a container that nothing in the conversion looks at. */
const otherContainerFields = {
  args: listOf(text),
  command: listOf(text),
  image,
  imagePullPolicy: fc.constant("Always"),
  ports: keyed(all({ containerPort: positive }), "containerPort", 2),
  securityContext: any({ runAsNonRoot: yes, readOnlyRootFilesystem: yes }),
  startupProbe: probe,
  stdin: yes,
  workingDir: path,
};
export const containerFields = {
  ...otherContainerFields,
  env,
  envFrom,
  livenessProbe: probe,
  readinessProbe: probe,
  resources,
  volumeMounts,
};
const containerNames = fc.oneof(label, fc.constantFrom("sidecar-frontend", "metrics"));
export const sidecar = fc
  .tuple(containerNames, some(containerFields))
  .map(([name, container]) => ({ name, ...container }));
export const main = some(containerFields).map((container) => ({ name: "main", ...container }));

export const podFields = {
  affinity: fc.constant({ podAntiAffinity: {} }),
  imagePullSecrets: keyed(all({ name: label }), "name", 2),
  initContainers: keyed(sidecar, "name", 2),
  nodeSelector: texts,
  priorityClassName: label,
  serviceAccountName: label,
  terminationGracePeriodSeconds: positive,
  tolerations: listOf(some({ key: label, operator: fc.constant("Exists"), effect: text }, ["key"])),
  volumes: keyed(
    fc.oneof(
      all({ name: label, persistentVolumeClaim: all({ claimName: label }) }),
      all({ name: label, emptyDir: fc.constant({}) }),
    ),
    "name",
  ),
};
