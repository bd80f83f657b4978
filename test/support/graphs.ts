// SPDX-License-Identifier: Apache-2.0
/**
 * @module Arbitrary graphs in both API versions: every field of the schemas, in combinations that
 * people and the operator write.
 *
 * They pass the schemas, but not every rule of the webhooks. As the operator writes them, there are
 * no empty lists and no explicit `false` where absence says the same.
 */
import type { DynamoGraphDeployment, V1alpha1GraphDeployment } from "@dynamo-iac/constructs/api";
import fc from "fast-check";
import {
  all,
  amount,
  any,
  count,
  image,
  type Json,
  keyed,
  label,
  listOf,
  map,
  path,
  some,
  text,
  texts,
  yes,
} from "./arbitrary.js";
import {
  componentNames,
  gmsFields,
  graphFields,
  metadata,
  parts,
  replicaFields,
  replicaRequired,
  rolling,
  sameFields,
  statusFields,
} from "./graph-parts.js";
import {
  claims,
  containerFields,
  env,
  main,
  podFields,
  probe,
  resourceNames,
  sidecar,
  volume,
  volumeMount,
} from "./pods.js";

const gmsMode = fc.constantFrom("IntraPod", "InterPod");
const betaExperimental = some({
  gpuMemoryService: some({ ...gmsFields, mode: gmsMode }),
  failover: some({ mode: gmsMode, numShadows: fc.constant(1) }),
  checkpoint: parts.checkpoint,
});
const otherMetadata = { name: label, namespace: label, finalizers: listOf(label, 2) };
/** Sidecars around a main container, which need not be the first, nor be there at all. */
const betaContainers = fc
  .tuple(
    fc.uniqueArray(sidecar, { maxLength: 2, selector: ({ name }) => name }),
    fc.option(main, { nil: undefined, freq: 8 }),
    fc.nat({ max: 5 }),
  )
  .map(([others, first, place]) =>
    first === undefined ? others : others.toSpliced(place > 2 ? place - 3 : 0, 0, first),
  )
  .filter((containers) => containers.length > 0);
const podTemplate = fc.oneof(
  {
    weight: 12,
    arbitrary: some({
      metadata: any({ labels: texts, annotations: texts, ...otherMetadata }),
      spec: some({ ...podFields, containers: betaContainers }, ["containers"]),
    }),
  },
  { weight: 1, arbitrary: fc.constant({}) },
);

/** Lets the sidecar reference and the compilation cache meet containers and mounts that are there. */
function linked([component, template, place, referred, cached]: readonly [
  Json,
  Template | undefined,
  number,
  boolean,
  Json | undefined,
]): Json {
  const containers = template?.spec?.containers ?? [];
  const sidecars = containers.filter(({ name }) => name !== "main");
  const mount = containers.find(({ name }) => name === "main")?.volumeMounts?.[place];
  const cache =
    cached === undefined || mount === undefined
      ? cached
      : { pvcName: mount.name, mountPath: mount.mountPath };
  return {
    ...component,
    ...(template === undefined ? {} : { podTemplate: template }),
    ...(referred ? { frontendSidecar: sidecars[place]?.name ?? "absent" } : {}),
    ...(cache === undefined ? {} : { compilationCache: cache }),
  };
}

interface Template {
  readonly spec?: {
    readonly containers: readonly {
      readonly name: string;
      readonly volumeMounts?: readonly Json[];
    }[];
  };
}

function component(name: string): fc.Arbitrary<Json> {
  const fields = some(
    {
      ...sameFields,
      name: fc.constant(name),
      experimental: betaExperimental,
      scalingAdapter: fc.constant({}),
      sharedMemorySize: fc.constantFrom("0", "8Gi", "512Mi"),
      type: fc.constantFrom("frontend", "worker", "prefill", "decode", "planner", "epp"),
    },
    ["name"],
  );
  const cache = some({ pvcName: volume, mountPath: path }, ["pvcName"]);
  return fc
    .tuple(
      fields,
      fc.option(podTemplate as fc.Arbitrary<Template>, { nil: undefined, freq: 6 }),
      fc.nat({ max: 2 }),
      fc.boolean(),
      fc.option(cache, { nil: undefined }),
    )
    .map(linked);
}

/** Graphs in v1beta1. */
export function arbitraryGraph(): fc.Arbitrary<DynamoGraphDeployment> {
  const components = componentNames.chain((names) => fc.tuple(...names.map(component)));
  return some(
    {
      apiVersion: fc.constant("nvidia.com/v1beta1"),
      kind: fc.constant("DynamoGraphDeployment"),
      metadata,
      spec: some(
        {
          ...graphFields,
          components,
          env,
          topologyConstraint: some({ clusterTopologyName: label, packDomain: label }, [
            "clusterTopologyName",
          ]),
        },
        ["components"],
      ),
      status: some(
        {
          ...statusFields,
          components: map(some(replicaFields, replicaRequired)),
          rollingUpdate: any({ ...rolling, updatedComponents: listOf(label) }),
        },
        ["state"],
      ),
    },
    ["apiVersion", "kind", "metadata", "spec"],
  ).map((graph) => graph as unknown as DynamoGraphDeployment);
}

const alphaGmsMode = fc.constantFrom("intraPod", "interPod");
const alphaMount = fc.oneof(
  {
    weight: 9,
    arbitrary: some({ name: volume, mountPoint: path, useAsCompilationCache: yes }, [
      "name",
      "mountPoint",
    ]),
  },
  { weight: 1, arbitrary: all({ name: label, useAsCompilationCache: yes }) },
);
const badAmount = fc.oneof(
  { weight: 12, arbitrary: amount },
  { weight: 1, arbitrary: fc.constantFrom("many", "16 Gi", "1Q") },
);
const alphaItem = some({
  cpu: badAmount,
  memory: badAmount,
  gpu: badAmount,
  gpuType: fc.constantFrom("nvidia.com/gpu", "gpu.intel.com/xe"),
  custom: fc.dictionary(resourceNames, badAmount, {
    minKeys: 1,
    maxKeys: 2,
    noNullPrototype: true,
  }),
});

const service = some({
  ...sameFields,
  annotations: texts,
  autoscaling: any({ enabled: yes, minReplicas: count, maxReplicas: count }),
  checkpoint: parts.checkpoint,
  componentType: fc.constantFrom(
    "frontend",
    "worker",
    "planner",
    "epp",
    "prefill",
    "decode",
    "main",
  ),
  dynamoNamespace: label,
  envFromSecret: fc.oneof(
    { weight: 5, arbitrary: label },
    { weight: 1, arbitrary: fc.constant("") },
  ),
  envs: env,
  extraPodMetadata: some({ annotations: texts, labels: texts }),
  extraPodSpec: fc.oneof(
    {
      weight: 12,
      arbitrary: any({
        ...podFields,
        containers: keyed(
          fc.oneof({ weight: 9, arbitrary: sidecar }, { weight: 1, arbitrary: main }),
          "name",
          2,
        ),
        mainContainer: any({
          ...containerFields,
          // Not the Secret of `envFromSecret` again: the operator writes that once.
          envFrom: listOf(all({ secretRef: all({ name: label }), prefix: label }), 2),
          name: fc.constantFrom("main", "other"),
          volumeMounts: keyed(
            volumeMount.map((mount) => ({ ...mount, mountPath: `/own${mount.mountPath}` })),
            "mountPath",
          ),
        }).filter((container) => Object.keys(container).some((key) => key !== "name")),
      }),
    },
    { weight: 1, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: fc.constant({ mainContainer: { name: "main" } }) },
  ),
  failover: some(
    { enabled: fc.boolean(), mode: alphaGmsMode, numShadows: fc.integer({ min: 1, max: 3 }) },
    ["enabled"],
  ),
  frontendSidecar: some(
    { image, args: listOf(text), envs: env, envFromSecret: fc.oneof(label, fc.constant("")) },
    ["image"],
  ),
  gpuMemoryService: some({ ...gmsFields, enabled: fc.boolean(), mode: alphaGmsMode }, ["enabled"]),
  ingress: any({ enabled: yes, host: label, tls: all({ secretName: label }), labels: texts }),
  labels: texts,
  livenessProbe: probe,
  readinessProbe: probe,
  resources: some({ claims, limits: alphaItem, requests: alphaItem }),
  scalingAdapter: fc.constantFrom({ enabled: true }, { enabled: false }, {}),
  serviceName: label,
  sharedMemory: fc.oneof(
    all({ size: fc.constantFrom("8Gi", "512Mi") }),
    fc.constantFrom({ disabled: true }, { disabled: true, size: "1Gi" }),
  ),
  subComponentType: fc.constantFrom("prefill", "decode", "other"),
  volumeMounts: keyed(alphaMount, "mountPoint", 4),
});

/** Graphs in v1alpha1, with all that v1beta1 cannot say. */
export function arbitraryAlphaGraph(): fc.Arbitrary<V1alpha1GraphDeployment> {
  const services = componentNames.chain((names) =>
    fc
      .tuple(...names.map(() => service))
      .map((list) => Object.fromEntries(list.map((one, index) => [names[index] ?? "", one]))),
  );
  return some(
    {
      apiVersion: fc.constant("nvidia.com/v1alpha1"),
      kind: fc.constant("DynamoGraphDeployment"),
      metadata,
      spec: some(
        {
          ...graphFields,
          envs: env,
          pvcs: listOf(
            some(
              {
                name: label,
                create: fc.boolean(),
                size: amount,
                storageClass: label,
                volumeAccessMode: text,
              },
              ["name"],
            ),
          ),
          services,
          topologyConstraint: some({ topologyProfile: label, packDomain: label }, [
            "topologyProfile",
          ]),
        },
        ["services"],
      ),
      status: some(
        {
          ...statusFields,
          services: map(
            some({ ...replicaFields, componentName: fc.oneof(label, fc.constant("")) }, [
              ...replicaRequired,
              "componentName",
            ]),
          ),
          rollingUpdate: any({ ...rolling, updatedServices: listOf(label) }),
        },
        ["state"],
      ),
    },
    ["apiVersion", "kind", "metadata", "spec"],
  ).map((graph) => graph as unknown as V1alpha1GraphDeployment);
}
