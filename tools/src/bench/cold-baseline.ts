// SPDX-License-Identifier: Apache-2.0
/** @module The least that a synth can do: load cdk8s, dump ready-made objects with js-yaml. */
import { readFileSync, writeFileSync } from "node:fs";
import { App } from "cdk8s";
import { dump } from "js-yaml";

const [input = "", output = ""] = process.argv.slice(2);
const objects = JSON.parse(readFileSync(input, "utf8")) as object[];
void new App({ outdir: output });
writeFileSync(
  `${output}/baseline.k8s.yaml`,
  objects.map((object) => dump(object, { lineWidth: -1, noRefs: true })).join("---\n"),
);
