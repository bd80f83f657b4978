// SPDX-License-Identifier: Apache-2.0
import { checkAcross, checkObject, checkObjects, viewGraph } from "@dynamo-iac/constructs/checks";
import { formatFinding } from "@dynamo-iac/constructs/facts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeholder, soundGraphs } from "./graphs.js";

const alpha = {
  apiVersion: "nvidia.com/v1alpha1",
  kind: "DynamoGraphDeployment",
  metadata: { name: "chat" },
  spec: {
    pvcs: [{ name: "models", create: false }],
    envs: [{ name: "A", value: "1" }],
    services: {
      Frontend: {
        componentType: "frontend",
        extraPodSpec: { mainContainer: { image: "registry.example/dynamo-frontend:1.4.0" } },
      },
      Worker: {
        componentType: "worker",
        subComponentType: "decode",
        resources: { limits: { gpu: "1", custom: { "vpc.amazonaws.com/efa": "1" } } },
        sharedMemory: { size: "16Gi" },
        volumeMounts: [{ name: "models", mountPoint: "/models", useAsCompilationCache: true }],
        frontendSidecar: { image: "registry.example/dynamo-frontend:1.4.0", args: [] },
        extraPodSpec: {
          mainContainer: {
            image: "registry.example/vllm-runtime:1.4.0",
            command: ["/bin/sh", "-c"],
            args: ["exec python3 -m dynamo.vllm --model $MODEL"],
          },
        },
      },
    },
  },
};

const objects = [...Object.values(soundGraphs).map((graph) => graph() as unknown), alpha];

/** What somebody may write where something else belongs. */
const oddValue = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    "",
    "$(X)",
    placeholder("X"),
    "--model",
    -1,
    0,
    1e99,
    Number.NaN,
    true,
    [],
    {},
    [null],
    [[]],
    {
      name: "main",
    },
  ),
  fc.jsonValue(),
);

type Step = string | number;

/** Every path of an object, leaves and inner values. */
function paths(value: unknown, path: readonly Step[] = []): (readonly Step[])[] {
  if (typeof value !== "object" || value === null) return [path];
  const inner = Array.isArray(value)
    ? value.flatMap((item, index) => paths(item, [...path, index]))
    : Object.entries(value).flatMap(([key, item]) => paths(item, [...path, key]));
  return [path, ...inner];
}

function put(root: unknown, path: readonly Step[], value: unknown): void {
  const [last] = path.slice(-1);
  let parent = root;
  for (const step of path.slice(0, -1)) {
    if (typeof parent !== "object" || parent === null) return;
    parent = Reflect.get(parent, step);
  }
  if (typeof parent !== "object" || parent === null || last === undefined) return;
  if (value === undefined) Reflect.deleteProperty(parent, last);
  else Reflect.set(parent, last, value);
}

/** A sound object with up to four values replaced by odd ones. */
const spoilt = fc.constantFrom(...objects).chain((object) => {
  const places = paths(object);
  return fc
    .array(fc.tuple(fc.constantFrom(...places), oddValue), { minLength: 1, maxLength: 4 })
    .map((changes) => {
      const copy = structuredClone(object);
      for (const [path, value] of changes) put(copy, path, structuredClone(value));
      return copy;
    });
});

describe("checks never throw", () => {
  it("on any JSON", () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { maxLength: 3 }), (list) => {
        expect(checkObjects(list)).toBeInstanceOf(Array);
      }),
      { numRuns: 300 },
    );
  });

  it("on graphs with odd values in odd places", () => {
    fc.assert(
      fc.property(spoilt, (object) => {
        for (const found of checkObject(object))
          expect(formatFinding(found)).not.toContain("undefined");
      }),
      { numRuns: 1500 },
    );
  }, 60_000);

  it("on lists of such graphs, with everything known of the cluster", () => {
    const cluster = fc.record(
      {
        kubernetesVersion: fc.constantFrom("1.29", "1.35", "odd"),
        dynamoVersion: fc.constantFrom("0.9.0", "1.4.0", "odd"),
        groveVersion: fc.constantFrom("0.1.0-alpha.9", "odd"),
        kaiVersion: fc.constantFrom("v0.12.0", ""),
        driverVersion: fc.constantFrom("570", "odd"),
        orchestrators: fc.subarray(["grove", "lws", "volcano", "kai"] as const),
        namespace: fc.constantFrom("inference", ""),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(spoilt, { maxLength: 3 }), cluster, (list, options) => {
        checkAcross(list, options);
        checkObjects(list, options);
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it("and change nothing, and say the same thing twice", () => {
    fc.assert(
      fc.property(spoilt, (object) => {
        const before = structuredClone(object);
        const first = checkObjects([object]);
        expect(object).toEqual(before);
        expect(checkObjects([object])).toEqual(first);
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  it("view what the schema lets through", () => {
    const empty = {
      apiVersion: "nvidia.com/v1beta1",
      kind: "DynamoGraphDeployment",
      metadata: {},
      spec: {},
    } as const;
    expect(viewGraph(empty).components).toEqual([]);
    expect(viewGraph({ ...empty, spec: { components: [{ name: "a" }] } }).components).toHaveLength(
      1,
    );
  });
});
