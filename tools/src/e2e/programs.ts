// SPDX-License-Identifier: Apache-2.0
/** @module The real programs of the end-to-end tests, and where they lie once they are built. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** A Go module below tools/go that pins one project, and what is built from it. */
export interface GoModule {
  /** Folder below tools/go. */
  readonly name: string;
  /** Module of the project whose version is pinned. */
  readonly project: string;
  /** Package of each program, by the name of the program. */
  readonly programs: Readonly<Record<string, string>>;
  /** Linker settings `variable=value` for a version such as `v1.34.4`. @default - none */
  readonly settings?: (version: string) => readonly string[];
}

const kubernetes = (name: string) => `k8s.io/kubernetes/cmd/${name}`;

/** Every module, the one that takes longest to build first. */
export const goModules: readonly GoModule[] = [
  {
    name: "kubernetes",
    project: "k8s.io/kubernetes",
    programs: {
      "kube-apiserver": kubernetes("kube-apiserver"),
      "kube-controller-manager": kubernetes("kube-controller-manager"),
      "kube-scheduler": kubernetes("kube-scheduler"),
      kubectl: kubernetes("kubectl"),
    },
    settings: (version) => {
      const [major = "", minor = ""] = version.slice(1).split(".");
      const stamp = "k8s.io/component-base/version.git";
      return [`${stamp}Version=${version}`, `${stamp}Major=${major}`, `${stamp}Minor=${minor}`];
    },
  },
  {
    name: "pulumi-resource-kubernetes",
    project: "github.com/pulumi/pulumi-kubernetes/provider/v4",
    programs: { "pulumi-resource-kubernetes": "." },
    // A pseudo-version says 4.0.0; the commit lies between the releases 4.24.1 and 4.25.0.
    settings: () => ["github.com/pulumi/pulumi-kubernetes/provider/v4/pkg/version.Version=4.24.1"],
  },
  {
    name: "pulumi",
    project: "github.com/pulumi/pulumi/pkg/v3",
    programs: { pulumi: "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi" },
    settings: (version) => [`github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=${version}`],
  },
  {
    name: "kwok",
    project: "sigs.k8s.io/kwok",
    programs: { kwok: "sigs.k8s.io/kwok/cmd/kwok" },
  },
  {
    name: "helm",
    project: "helm.sh/helm/v3",
    programs: { helm: "helm.sh/helm/v3/cmd/helm" },
  },
  {
    name: "etcd",
    project: "go.etcd.io/etcd/server/v3",
    programs: {
      etcd: "go.etcd.io/etcd/server/v3",
      etcdctl: "go.etcd.io/etcd/etcdctl/v3",
      etcdutl: "go.etcd.io/etcd/etcdutl/v3",
    },
  },
  {
    name: "nats",
    project: "github.com/nats-io/nats-server/v2",
    programs: { "nats-server": "github.com/nats-io/nats-server/v2" },
  },
  {
    name: "compose",
    project: "github.com/compose-spec/compose-go/v2",
    programs: { "compose-loader": "github.com/compose-spec/compose-go/v2/cmd" },
  },
  {
    name: "kube-score",
    project: "github.com/zegl/kube-score",
    programs: { "kube-score": "github.com/zegl/kube-score/cmd/kube-score" },
  },
  {
    name: "kubeconform",
    project: "github.com/yannh/kubeconform",
    programs: { kubeconform: "github.com/yannh/kubeconform/cmd/kubeconform" },
  },
];

/** Flags of every build: small, and the same bytes wherever the checkout lies. */
export const buildFlags: readonly string[] = ["-trimpath", "-buildvcs=false"];

const root = resolve(__dirname, "../../..");

/** Everything that is built or unpacked; ignored by Git and safe to delete. */
export const cacheFolder = process.env.DYNAMO_IAC_TOOLS ?? join(root, ".cache/tools");

/** Folder of a Go module. */
export function moduleFolder(name: string): string {
  return join(root, "tools/go", name);
}

/** The version of a module that a go.mod below tools/go pins. */
export function pinnedVersion(name: string, module: string): string {
  const text = readFileSync(join(moduleFolder(name), "go.mod"), "utf8");
  const line = text
    .split("\n")
    .find((each) => each.trim().replace("require ", "").startsWith(`${module} v`));
  const version = line?.trim().replace("require ", "").split(" ")[1];
  if (version === undefined) throw new Error(`tools/go/${name}/go.mod does not require ${module}`);
  return version;
}

/** The `-ldflags` of a module. */
export function linkerFlags(module: GoModule): string {
  const settings = module.settings?.(pinnedVersion(module.name, module.project)) ?? [];
  return ["-s", "-w", ...settings.map((setting) => `-X ${setting}`)].join(" ");
}

/** Where the programs of a module lie: another place as soon as a pin, a checksum, a source or a flag changes. */
export function binFolder(module: GoModule): string {
  return pinnedFolder(module.name, [
    ...buildFlags,
    linkerFlags(module),
    ...Object.values(module.programs),
  ]);
}

/** Where what comes from a Go module is kept, by its pins and by what is done with it. */
export function pinnedFolder(name: string, recipe: readonly string[]): string {
  const hash = createHash("sha256").update(recipe.join("\0"));
  for (const file of ["go.mod", "go.sum", "main.go"].map((each) => join(moduleFolder(name), each)))
    if (existsSync(file)) hash.update(readFileSync(file));
  return join(cacheFolder, `${name}-${hash.digest("hex").slice(0, 12)}`);
}

/** Path of a program that `npm run tools` has built with today's pins; undefined when it has not. */
export function findProgram(program: string): string | undefined {
  const module = goModules.find(({ programs }) => program in programs);
  if (module === undefined) throw new Error(`tools/src/e2e/programs.ts has no program ${program}`);
  const path = join(binFolder(module), program);
  return existsSync(path) ? path : undefined;
}
