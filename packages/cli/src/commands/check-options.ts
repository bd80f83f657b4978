// SPDX-License-Identifier: Apache-2.0
/** @module Options that say what is known of the cluster. */
import type { CheckOptions, Orchestrator } from "@dynamo-iac/constructs/checks";
import { type Command, InvalidArgumentError, Option } from "commander";

const orchestrators = ["grove", "lws", "volcano", "kai"] as const satisfies readonly Orchestrator[];

/** Adds the options to a command; their values are `CheckOptions`. */
export function addCheckOptions(command: Command): Command {
  return command
    .addOption(
      versionOption("--kubernetes-version <version>", "Kubernetes of the cluster, as 1.33"),
    )
    .addOption(versionOption("--dynamo-version <version>", "Dynamo operator, as 1.4.0"))
    .addOption(versionOption("--grove-version <version>", "Grove, as 0.1.0-alpha.12"))
    .addOption(versionOption("--kai-version <version>", "KAI scheduler, as v0.13.4"))
    .addOption(versionOption("--driver-version <version>", "NVIDIA driver, as 580.95.05"))
    .option(
      "--orchestrators <list>",
      `all of ${orchestrators.join(", ")} that are installed, or none`,
      orchestratorList,
    )
    .option("--namespace <name>", "namespace of objects that name none");
}

/** The options that were given, and nothing else. */
export function checkOptionsOf(options: CheckOptions): CheckOptions {
  const { kubernetesVersion, dynamoVersion, groveVersion, kaiVersion, driverVersion } = options;
  const { orchestrators: installed, namespace } = options;
  return {
    kubernetesVersion,
    dynamoVersion,
    groveVersion,
    kaiVersion,
    driverVersion,
    orchestrators: installed,
    namespace,
  };
}

function versionOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser((text) => {
    if (/^v?\d+\.\d+/.test(text)) return text;
    throw new InvalidArgumentError("A version starts with two numbers, as in 1.33.");
  });
}

function orchestratorList(text: string): readonly Orchestrator[] {
  if (text === "none") return [];
  return text.split(",").map((word) => {
    const name = orchestrators.find((known) => known === word.trim());
    if (name !== undefined) return name;
    throw new InvalidArgumentError(`It is a list of ${orchestrators.join(", ")}, or none.`);
  });
}
