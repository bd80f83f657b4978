// SPDX-License-Identifier: Apache-2.0
/** @module Custom resource definitions of the projects that we render for, out of their Go modules. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { goCommand } from "./go-command.js";
import { moduleFolder, pinnedFolder, pinnedVersion } from "./programs.js";

/** Folder of the definitions inside each module that tools/go/crds pins. */
const sources: Readonly<Record<string, string>> = {
  "github.com/ai-dynamo/grove/operator/api": "core/v1alpha1/crds",
  "github.com/aws/karpenter-provider-aws": "pkg/apis/crds",
  "github.com/cert-manager/cert-manager": "deploy/crds",
  "github.com/external-secrets/external-secrets": "config/crds/bases",
  "github.com/kedacore/keda/v2": "config/crd/bases",
  "github.com/prometheus-operator/prometheus-operator": "example/prometheus-operator-crd",
  "sigs.k8s.io/gateway-api": "config/crd/standard",
  "sigs.k8s.io/gateway-api-inference-extension": "config/crd/bases",
  "sigs.k8s.io/karpenter": "pkg/apis/crds",
  "sigs.k8s.io/lws": "config/crd/bases",
};

/** Folder of the definitions that `npm run tools` has unpacked; undefined when it has not. */
export function findCrds(): string | undefined {
  return existsSync(crdFolder()) ? crdFolder() : undefined;
}

/** Where the definitions of today's pins lie. */
export function crdFolder(): string {
  return pinnedFolder("crds", Object.entries(sources).flat());
}

/** Downloads the modules, checks them against go.sum, and copies their definitions into one folder. */
export async function unpackCrds(): Promise<void> {
  const target = crdFolder();
  const partial = `${target}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  const modules = Object.keys(sources).map((path) => `${path}@${pinnedVersion("crds", path)}`);
  const answer = await goCommand(moduleFolder("crds"), ["mod", "download", "-json", ...modules]);
  for (const { Path: path, Dir: folder } of jsonStream(answer)) {
    const from = join(folder, sources[path] ?? "");
    const prefix = path.replaceAll("/", "_");
    for (const file of readdirSync(from).filter((name) => name.endsWith(".yaml")))
      copyFileSync(join(from, file), join(partial, `${prefix}_${file}`));
  }
  renameSync(partial, target);
}

interface Download {
  readonly Path: string;
  readonly Dir: string;
}

/** Go prints one JSON object after the other, each closed by a brace in the first column. */
function jsonStream(text: string): readonly Download[] {
  return text
    .split(/(?<=^\})\n/m)
    .filter((part) => part.trim() !== "")
    .map((part): Download => JSON.parse(part));
}
