// SPDX-License-Identifier: Apache-2.0
/** @module What our checks refuse, the API server refuses; what it refuses, they refuse. */
import { checkUpdate, validate } from "@dynamo-iac/constructs/api";
import { type Finding, formatFinding } from "@dynamo-iac/constructs/facts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { componentCases } from "../constructs/api/cases/component-cases.js";
import { gpuMemoryCases } from "../constructs/api/cases/gpu-memory-cases.js";
import { graphCases } from "../constructs/api/cases/graph-cases.js";
import { requestCases } from "../constructs/api/cases/request-cases.js";
import { schemaCases } from "../constructs/api/cases/schema-cases.js";
import { updateCases } from "../constructs/api/cases/update-cases.js";
import { type CrdSchema, crdVersions } from "../constructs/api/crd.js";
import type { KubernetesObject } from "./support/api-client.js";
import { type Cluster, startCluster } from "./support/cluster.js";
import { type DynamoVersion, dynamoCrds, dynamoDefinitions } from "./support/crds.js";
import { findPrograms } from "./support/programs.js";
import { count, timed } from "./support/report.js";
import {
  asDeployments,
  checkedGraphs,
  moreChanges,
  moreMistakes,
  type RuleCase,
} from "./support/rule-cases.js";
import { schemaProbes } from "./support/schema-probes.js";
import { type Verdict, verdictOn } from "./support/verdict.js";

const programs = findPrograms("etcd", "kube-apiserver", "kubectl");

const tables = [schemaCases, graphCases, componentCases, gpuMemoryCases, requestCases].flat();
const mistakes = [
  ...tables.flatMap((each) => [each, ...asDeployments(each)]),
  ...moreMistakes,
  ...checkedGraphs(),
];
const changes = [...updateCases, ...moreChanges];

/** Everything that the servers have said. */
const refusals: string[] = [];

interface Question {
  readonly title: string;
  readonly object: KubernetesObject;
}

/** One place at which the two differ, as the failure prints it. */
interface Difference {
  readonly verdict: Verdict;
  readonly question: string;
  readonly server: string;
  readonly ours: readonly string[];
}

describe
  .skipIf(programs === undefined || dynamoCrds === undefined)
  .each(["v1beta1", "v1alpha1"] as const)("our checks and an API server with %s", (version) => {
  let cluster: Cluster;

  beforeAll(async () => {
    if (programs === undefined) return;
    cluster = await timed("start etcd and API server", () => startCluster(programs));
    await timed("install CRDs", () => cluster.define(dynamoDefinitions(version)));
  }, 180_000);
  afterAll(() => cluster?.stop());
  for (const verdict of ["miss", "false alarm"] as const) count(`judged: ${verdict}`, 0);
  count("admission webhooks exercised (docs/adr/0006)", 0);

  it("agree on an object for every place of the schema, and on those with one mistake there", async () => {
    const questions = crdVersions
      .filter((crd) => crd.version === version)
      .flatMap((crd) =>
        [...schemaProbes(crd)].map(({ title, object }) => ({
          title: `${crd.kind} ${title}`,
          object,
        })),
      );
    expect(questions.length).toBeGreaterThan(3000);
    expect(await timed("probe the schemas", () => differences(cluster, questions))).toEqual([]);
  }, 600_000);

  it("agree on the tables of mistakes", async () => {
    const questions = mistakes
      .filter(isOf(version))
      .map(({ title, object }) => ({ title, object: stored(object) }));
    expect(questions.length).toBeGreaterThan(50);
    expect(await differences(cluster, questions)).toEqual([]);
  });

  it("agree on the tables of changes", async () => {
    const found: Difference[] = [];
    for (const { title, object, before } of changes.filter(isOf(version))) {
      const [first] = await cluster.apply([stored(before)]);
      if (first?.accepted !== true) throw new Error(`${title}: ${first?.error}`);
      const { error } = await cluster.client.apply(stored(object), { dryRun: true });
      found.push(...differenceOf(title, stored(object), checkUpdate(before, object), error));
      await cluster.client.delete(stored(object));
    }
    expect(found).toEqual([]);
  });

  it("have met every rule of the CRDs", () => {
    const unmet = celMessages(version).filter(
      ([kind, message]) =>
        !refusals.some((text) => text.startsWith(kind) && text.includes(message)),
    );
    expect(unmet).toEqual([]);
  });
});

/** The messages of the CEL rules of one version, each with its kind. */
function celMessages(
  version: DynamoVersion,
): readonly (readonly [kind: string, message: string])[] {
  const inside = (schema: CrdSchema): readonly string[] => [
    ...(schema["x-kubernetes-validations"] ?? []).map(({ message }) => message),
    ...Object.values(schema.properties ?? {}).flatMap(inside),
    ...(schema.items === undefined ? [] : inside(schema.items)),
    ...(schema.additionalProperties === undefined ? [] : inside(schema.additionalProperties)),
  ];
  return crdVersions
    .filter((crd) => crd.version === version)
    .flatMap(({ kind, schema }) =>
      inside(schema).map((message): [string, string] => [kind, message]),
    );
}

function isOf(version: DynamoVersion): (each: RuleCase) => boolean {
  return ({ object, before }) =>
    [object, before ?? object].every(
      (each) => Reflect.get(Object(each), "apiVersion") === `nvidia.com/${version}`,
    );
}

/** A copy in the namespace that every cluster has. */
function stored(object: unknown): KubernetesObject {
  const { metadata, ...rest } = object as KubernetesObject;
  const namespace = rest.kind === "PodSnapshotContent" ? {} : { namespace: "default" };
  return { ...rest, metadata: { ...metadata, ...namespace } } as KubernetesObject;
}

/** Puts every object before the server and our checks; the places at which they differ. */
async function differences(
  cluster: Cluster,
  questions: readonly Question[],
): Promise<readonly Difference[]> {
  const found: Difference[] = [];
  const queue = [...questions];
  const ask = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const refusal = await refusalOf(cluster, next.object);
      found.push(...differenceOf(next.title, next.object, validate(next.object), refusal));
    }
  };
  await Promise.all(Array.from({ length: 6 }, ask));
  return found;
}

/**
 * Why a server refuses an object, by one way of writing it or the other: applying refuses null, creating refuses unknown
 * fields where an object has no fields at all.
 */
async function refusalOf(
  { client }: Cluster,
  object: KubernetesObject,
): Promise<string | undefined> {
  const { error } = await client.apply(object, { dryRun: true });
  return error ?? (await client.create(object, { dryRun: true })).error;
}

function differenceOf(
  question: string,
  object: KubernetesObject,
  findings: readonly Finding[],
  refusal: string | undefined,
): readonly Difference[] {
  const verdict = verdictOn(object, findings, refusal !== undefined);
  count(`judged: ${verdict}`);
  if (refusal !== undefined) refusals.push(`${object.kind} ${refusal}`);
  if (verdict !== "miss" && verdict !== "false alarm") return [];
  return [{ verdict, question, server: refusal ?? "accepts", ours: findings.map(formatFinding) }];
}
