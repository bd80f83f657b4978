// SPDX-License-Identifier: Apache-2.0
/** @module A stack of Pulumi's real engine: state in a scratch folder, objects in a cluster of the test. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Provider } from "@pulumi/kubernetes/provider";
import {
  type EngineEvent,
  LocalWorkspace,
  PulumiCommand,
  type PulumiFn,
  type Stack,
} from "@pulumi/pulumi/automation";
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

/** What a stack consists of. */
export interface StackOptions {
  readonly programs: Programs;
  /** Runs in this process: the host that would start it in one of its own cannot be built here. */
  readonly program: PulumiFn;
  /** Names of built programs that the engine finds as plugins. @default - none */
  readonly plugins?: readonly string[] | undefined;
  /** Shell scripts that the engine finds as plugins, by name. @default - none */
  readonly scripts?: Readonly<Record<string, string>> | undefined;
  /** @default "dynamo" */
  readonly project?: string | undefined;
  /** @default "e2e" */
  readonly stack?: string | undefined;
}

/** A stack of the real engine. */
export async function engineStack(options: StackOptions): Promise<PulumiStack> {
  const { programs, program, project = "dynamo", stack: stackName = "e2e" } = options;
  const root = mkdtempSync(join(tmpdir(), "dynamo-iac-pulumi-"));
  for (const folder of ["bin", "home", "state"]) mkdirSync(join(root, folder));
  for (const name of ["pulumi", ...(options.plugins ?? [])])
    symlinkSync(programs.path(name), join(root, "bin", name));
  for (const [name, script] of Object.entries(options.scripts ?? {}))
    writeFileSync(join(root, "bin", name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  const stack = await LocalWorkspace.createOrSelectStack(
    { projectName: project, stackName, program },
    {
      pulumiCommand: await PulumiCommand.get({ root }),
      pulumiHome: join(root, "home"),
      envVars: {
        PULUMI_BACKEND_URL: `file://${join(root, "state")}`,
        PULUMI_CONFIG_PASSPHRASE: "test",
        PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
        PULUMI_SKIP_UPDATE_CHECK: "true",
      },
    },
  );
  return { stack, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** A stack whose program registers what it likes with a provider of the cluster. */
export function pulumiStack(
  programs: Programs,
  cluster: Cluster,
  register: (provider: Provider) => void,
): Promise<PulumiStack> {
  const kubeconfig = readFileSync(cluster.kubeconfig, "utf8");
  return engineStack({
    programs,
    plugins: ["pulumi-resource-kubernetes"],
    program: async () => {
      register(new Provider("cluster", { kubeconfig, enableServerSideApply: true }));
    },
  });
}

/** Fields that a preview changes, as `name of the resource: path of the field`. */
export async function changedFields(stack: Stack): Promise<readonly string[]> {
  const fields: string[] = [];
  await stack.preview({
    onEvent: ({ resourcePreEvent }) => {
      const { op, urn = "", detailedDiff } = resourcePreEvent?.metadata ?? {};
      if (op === undefined || op === "same") return;
      const paths = Object.keys(detailedDiff ?? {});
      fields.push(...(paths.length === 0 ? [op] : paths).map((path) => `${nameIn(urn)}: ${path}`));
    },
  });
  return fields;
}

/** When the engine began and ended with each resource; to be given its events. */
export class Timeline {
  readonly #begun = new Map<string, number>();
  readonly #ended = new Map<string, number>();

  /** Takes down one event. */
  readonly note = ({ sequence, resourcePreEvent, resOutputsEvent }: EngineEvent): void => {
    if (resourcePreEvent !== undefined)
      this.#begun.set(nameIn(resourcePreEvent.metadata.urn), sequence);
    if (resOutputsEvent !== undefined)
      this.#ended.set(nameIn(resOutputsEvent.metadata.urn), sequence);
  };

  /** The resources that did not each wait for the end of the one before. */
  disorder(...names: readonly string[]): readonly string[] {
    return names.slice(1).flatMap((name, index) => {
      const before = names[index] ?? "";
      const ended = this.#ended.get(before) ?? Number.POSITIVE_INFINITY;
      const begun = this.#begun.get(name) ?? Number.NEGATIVE_INFINITY;
      return ended < begun ? [] : [`${name} did not wait for ${before}`];
    });
  }
}

function nameIn(urn: string): string {
  return urn.split("::").at(-1) ?? "";
}
