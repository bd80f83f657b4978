// SPDX-License-Identifier: Apache-2.0
/** @module A stack of Pulumi's real engine: state in a scratch folder, objects in a cluster of the test. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CustomResource } from "@pulumi/pulumi";
import { LocalWorkspace, PulumiCommand, type Stack } from "@pulumi/pulumi/automation";
import type { KubernetesObject } from "./api-client.js";
import type { Cluster } from "./cluster.js";
import type { Programs } from "./programs.js";

/** Programs that a stack needs. */
export const pulumiPrograms = ["pulumi", "pulumi-resource-kubernetes"] as const;

/** A stack and its scratch folder. */
export interface PulumiStack {
  readonly stack: Stack;
  /** Removes the state. */
  readonly remove: () => void;
}

/**
 * A stack whose program registers objects, one resource each, in their order and each after the one before. The
 * program runs in this process: the host that would start it in one of its own cannot be built here.
 */
export async function pulumiStack(
  programs: Programs,
  cluster: Cluster,
  objects: () => readonly KubernetesObject[],
): Promise<PulumiStack> {
  const root = mkdtempSync(join(tmpdir(), "dynamo-iac-pulumi-"));
  for (const folder of ["bin", "home", "state"]) mkdirSync(join(root, folder));
  for (const name of pulumiPrograms) symlinkSync(programs.path(name), join(root, "bin", name));
  const stack = await LocalWorkspace.createOrSelectStack(
    { projectName: "dynamo", stackName: "e2e", program: async () => register(objects()) },
    {
      pulumiCommand: await PulumiCommand.get({ root }),
      pulumiHome: join(root, "home"),
      envVars: {
        KUBECONFIG: cluster.kubeconfig,
        PULUMI_BACKEND_URL: `file://${join(root, "state")}`,
        PULUMI_CONFIG_PASSPHRASE: "test",
        PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
        PULUMI_SKIP_UPDATE_CHECK: "true",
      },
    },
  );
  return { stack, remove: () => rmSync(root, { recursive: true, force: true }) };
}

class KubernetesResource extends CustomResource {}

/** One resource per object, with the type that Pulumi's Kubernetes SDK gives it. */
function register(objects: readonly KubernetesObject[]): void {
  let previous: CustomResource | undefined;
  for (const { apiVersion, kind, ...rest } of objects) {
    const { name, namespace = "" } = rest.metadata;
    const type = `kubernetes:${apiVersion.includes("/") ? apiVersion : `core/${apiVersion}`}:${kind}`;
    const inputs = { apiVersion, kind, ...rest };
    const dependsOn = previous === undefined ? [] : [previous];
    previous = new KubernetesResource(type, `${namespace}/${kind}/${name}`, inputs, { dependsOn });
  }
}
