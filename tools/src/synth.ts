// SPDX-License-Identifier: Apache-2.0
/** @module `npm run synth`: every example's YAML under dist/, and one table of what is in it. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import type { DynamoGraphDeployment } from "@dynamo-iac/constructs/api";
import { checkObjects, viewGraph } from "@dynamo-iac/constructs/checks";
import { graphGpus } from "@dynamo-iac/constructs/estimate";
import { blocking } from "@dynamo-iac/constructs/facts";
import { loadAll } from "js-yaml";

const root = resolve(__dirname, "../..");

/** One line of the summary. */
interface Row {
  readonly example: string;
  readonly objects: number;
  readonly components: number;
  readonly GPUs: number;
  readonly findings: string;
}

function synthesize(example: string): Row | undefined {
  const outdir = join(root, "dist", example);
  rmSync(outdir, { recursive: true, force: true });
  const run = spawnSync(process.execPath, ["lib/main.js"], {
    cwd: join(root, "examples", example),
    env: { ...process.env, CDK8S_OUTDIR: outdir },
    encoding: "utf8",
  });
  if (run.status !== 0) {
    console.error(`examples/${example}\n${run.stderr}`);
    return undefined;
  }
  const objects = readdirSync(outdir).flatMap((file) =>
    loadAll(readFileSync(join(outdir, file), "utf8")),
  );
  const graphs = objects.filter(isGraph).map((graph) => viewGraph(graph));
  const findings = checkObjects(objects);
  const errors = blocking(findings).length;
  const waived = findings.filter((found) => found.waived !== undefined).length;
  return {
    example,
    objects: objects.length,
    components: graphs.reduce((sum, graph) => sum + graph.components.length, 0),
    GPUs: graphs.reduce((sum, graph) => sum + graphGpus(graph).total, 0),
    findings: `${errors} errors, ${findings.length - errors - waived} others, ${waived} waived`,
  };
}

function isGraph(object: unknown): object is DynamoGraphDeployment {
  return (
    typeof object === "object" &&
    object !== null &&
    "kind" in object &&
    object.kind === "DynamoGraphDeployment"
  );
}

const examples = readdirSync(join(root, "examples")).filter((name) =>
  existsSync(join(root, "examples", name, "cdk8s.yaml")),
);
const rows = examples.toSorted().map(synthesize);
console.table(rows.filter((row) => row !== undefined));
console.log(`YAML is under ${join("dist", "<example>")}`);
process.exitCode = rows.includes(undefined) ? 1 : 0;
