// SPDX-License-Identifier: Apache-2.0
/** @module Compose files as Docker Compose reads them: its own loader checks schema, names and references. */
import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import {
  type DynamoGraphDeployment,
  graphToV1beta1,
  type V1alpha1GraphDeployment,
} from "@dynamo-iac/constructs/api";
import {
  type ComposeFile,
  type ComposeOptions,
  type NeighbourObject,
  toCompose,
} from "@dynamo-iac/constructs/targets";
import fc from "fast-check";
import { loadAll } from "js-yaml";
import { afterAll, describe, expect, it } from "vitest";
import { interpolateAll } from "../support/compose-interpolation.js";
import { arbitraryGraph } from "../support/graphs.js";
import { forOneMachine } from "../support/one-machine.js";
import { shared } from "../support/shared.js";
import { findPrograms } from "./support/programs.js";
import { count } from "./support/report.js";

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), "loader-"));
const programs = findPrograms("compose-loader");

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/**
 * What Docker Compose makes of a file, without default values of its own. The loader's command line
 * knows no variables, so each is empty, and those that must not be are exchanged for optional ones.
 */
async function loaded(yaml: string): Promise<ComposeFile> {
  const file = join(folder, "compose.yaml");
  writeFileSync(file, yaml.replaceAll(/(?<=\$\{\w+):\?[^}]*/g, ":-"));
  const args = ["-format", "json", "-no-normalization", "-no-path-resolution", file];
  const loader = programs?.path("compose-loader") ?? "";
  const { stdout } = await run(loader, args, { cwd: folder, maxBuffer: 2 ** 26 });
  count("Compose files read by Docker Compose's loader");
  return JSON.parse(stdout) as ComposeFile;
}

type Manifest = DynamoGraphDeployment | V1alpha1GraphDeployment;

const manifests = shared("conformance/dgd");
const graphs = (manifests === undefined ? [] : readdirSync(manifests)).flatMap((name) => {
  const objects = loadAll(readFileSync(join(manifests ?? "", name), "utf8")) as (Manifest | null)[];
  return objects.flatMap((object) =>
    object?.kind === "DynamoGraphDeployment"
      ? [[`${name} ${object.metadata.name}`, object, objects] as const]
      : [],
  );
});

describe.skipIf(manifests === undefined || programs === undefined)(
  "Docker Compose's loader takes the manifests of people",
  () => {
    it.each(graphs)("%s", async (_, manifest, neighbours) => {
      const graph =
        manifest.apiVersion === "nvidia.com/v1alpha1" ? graphToV1beta1(manifest).object : manifest;
      const objects = neighbours.filter((object) => object !== null) as NeighbourObject[];
      for (const options of [{}, { discovery: "etcd", nats: true }] satisfies ComposeOptions[]) {
        const { yaml, file } = toCompose(graph, { ...options, objects });
        if (yaml === undefined) continue;
        const read = await loaded(yaml);
        const expected = interpolateAll(file, new Map());
        for (const [name, service] of Object.entries(expected?.services ?? {})) {
          expect(read.services[name]?.environment).toEqual(service.environment);
          expect(read.services[name]?.entrypoint).toEqual(service.entrypoint);
          expect(read.services[name]?.command).toEqual(service.command);
        }
        for (const [name, { content }] of Object.entries(expected?.configs ?? {}))
          expect(read.configs?.[name]?.content).toBe(content);
      }
    });
  },
);

describe.skipIf(programs === undefined)("Docker Compose's loader takes any graph", () => {
  it("that is not refused", async () => {
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(arbitraryGraph().map(forOneMachine), async (graph) => {
        const { yaml } = toCompose(graph);
        if (yaml === undefined) return;
        await loaded(yaml);
        taken += 1;
      }),
      { numRuns: 200 },
    );
    expect(taken).toBeGreaterThan(120);
  });
});
