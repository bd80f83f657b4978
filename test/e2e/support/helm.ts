// SPDX-License-Identifier: Apache-2.0
/** @module Charts rendered by the real Helm, without a cluster. */
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { KubernetesObject } from "./api-client.js";
import { readManifests } from "./manifests.js";
import type { Programs } from "./programs.js";

const run = promisify(execFile);

/** What is rendered. */
export interface HelmTemplate {
  /** Folder or archive. */
  readonly chart: string;
  readonly releaseName: string;
  readonly namespace: string;
  readonly values: object;
  /** `key=value`, for the chart's own switches. @default - none */
  readonly set?: readonly string[] | undefined;
}

/** The objects that `helm template` writes; what the chart refuses is an error with its text. */
export async function helmTemplate(
  programs: Programs,
  { chart, releaseName, namespace, values, set = [] }: HelmTemplate,
): Promise<readonly KubernetesObject[]> {
  const folder = mkdtempSync(join(tmpdir(), "dynamo-iac-helm-"));
  try {
    const [file, output] = [join(folder, "values.json"), join(folder, "objects.yaml")];
    writeFileSync(file, JSON.stringify(values));
    // Nothing of the user's Helm is read or written.
    const env = {
      PATH: process.env.PATH,
      HOME: folder,
      HELM_CACHE_HOME: folder,
      HELM_CONFIG_HOME: folder,
      HELM_DATA_HOME: folder,
    };
    const args = ["template", releaseName, chart, "--namespace", namespace, "--values", file];
    const versions = ["--kube-version", "1.34.0", "--api-versions", "monitoring.coreos.com/v1"];
    const { stdout } = await run(
      programs.path("helm"),
      [...args, ...versions, ...set.flatMap((each) => ["--set", each])],
      { env, maxBuffer: 1 << 26 },
    );
    writeFileSync(output, stdout);
    return readManifests(output);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
