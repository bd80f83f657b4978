// SPDX-License-Identifier: Apache-2.0
/** @module A cdk8s App that reports every finding at once and writes YAML fast and byte-stable. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  ApiObject,
  App as Cdk8sApp,
  type AppProps as Cdk8sAppProps,
  Chart,
  Names,
  YamlOutputType,
} from "cdk8s";
import { toYaml } from "../api/index.js";
import { type CheckOptions, checkEach } from "../checks/index.js";
import { checkPools } from "../estimate/index.js";
import { blocking, type Finding, FindingsError, reportFindings } from "../facts/index.js";
import { findingsOf } from "./finding-source.js";
import { KubeObject, type Manifest } from "./kube-object.js";
import { type OrderedManifest, ordered, type Rendered } from "./ordered.js";
import { tokenFindings } from "./token-findings.js";

/** What an App takes besides the settings of cdk8s. */
export interface AppProps extends Cdk8sAppProps {
  /** What is known of the cluster that the output is for. @default - nothing; rules that need it stay silent */
  readonly cluster?: CheckOptions | undefined;
  /** Where warnings and waived findings are printed. @default - standard error */
  readonly report?: ((text: string) => void) | undefined;
}

/**
 * The root of a cdk8s program. Works as `cdk8s.App` does, and on top of it checks the objects
 * against one another, prints findings in one piece, and writes nothing when one of them is an error.
 */
export class App extends Cdk8sApp {
  readonly #cluster: CheckOptions;
  readonly #report: (text: string) => void;

  constructor(props: AppProps = {}) {
    const { cluster, report, ...rest } = props;
    super(rest);
    this.#cluster = cluster ?? {};
    this.#report = report ?? ((text) => process.stderr.write(text));
  }

  /** Everything that the checks say about all objects of the app together, and constructs about their props. */
  findings(): readonly Finding[] {
    return this.#check(this.#objects());
  }

  /**
   * Checks everything, then gives the objects instead of writing them: what a Pulumi program hands
   * to `Manifests` of `@dynamo-iac/clouds/kubernetes`. Texts may hold Output tokens here.
   *
   * @throws FindingsError with all errors
   */
  manifests(): readonly OrderedManifest[] {
    const objects = this.#objects();
    this.#stopOnErrors(this.#check(objects), this.#foreignErrors());
    return ordered(this, objects);
  }

  /**
   * Checks everything, then writes the manifests to `outdir`.
   *
   * @throws FindingsError with all errors; nothing is written then
   */
  override synth(): void {
    if (!this.#isFlat()) {
      const objects = this.#objects();
      this.#stopOnErrors([...this.#check(objects), ...tokenFindings(objects)], []);
      super.synth();
      return;
    }
    const objects = this.#objects();
    this.#stopOnErrors([...this.#check(objects), ...tokenFindings(objects)], this.#foreignErrors());
    this.#write(objects);
  }

  /** What constructs that are not ours say against themselves. */
  #foreignErrors(): string[] {
    return this.node
      .findAll()
      .filter((child) => !KubeObject.isKubeObject(child) && findingsOf(child) === undefined)
      .flatMap((child) => child.node.validate().map((text) => `[${child.node.path}] ${text}`));
  }

  /** Nested charts and dependencies order the files and objects; cdk8s knows how. */
  #isFlat(): boolean {
    return this.node.findAll().every((child) => {
      const nested = Chart.isChart(child) && child.node.scope !== this;
      return !nested && child.node.dependencies.length === 0;
    });
  }

  #objects(): Rendered[] {
    const rendered: Rendered[] = [];
    for (const construct of this.node.findAll()) {
      if (!ApiObject.isApiObject(construct)) continue;
      const path = KubeObject.isKubeObject(construct.node.scope)
        ? construct.node.scope.node.path
        : construct.node.path;
      rendered.push({ path, construct, manifest: construct.toJson() as Manifest });
    }
    return rendered;
  }

  #check(objects: readonly Rendered[]): readonly Finding[] {
    const manifests = objects.map((object) => object.manifest);
    const ofProps = this.node.findAll().flatMap((construct) => findingsOf(construct) ?? []);
    const each = checkEach(manifests, this.#cluster);
    const onPools = checkPools(manifests, this.#cluster);
    const ofObjects = objects.flatMap(({ path: construct }, at) => {
      const found = [...(each[at] ?? []), ...(onPools[at] ?? [])];
      // What a pool's own construct says already, the objects that name the pool need not repeat.
      const own = found.filter((one) => !ofProps.some((other) => isSame(one, other)));
      return own.map((finding): Finding => ({ ...finding, construct }));
    });
    return [...ofObjects, ...ofProps];
  }

  #stopOnErrors(findings: readonly Finding[], errors: readonly string[]): void {
    if (errors.length > 0 || blocking(findings).length > 0)
      throw new FindingsError(findings, errors);
    if (findings.length > 0) this.#report(reportFindings(findings));
  }

  #write(objects: readonly Rendered[]): void {
    const charts = new Map<Chart, string>();
    const files = new Map<string, string[]>();
    for (const { construct, manifest } of objects) {
      const { chart } = construct;
      const label = charts.get(chart) ?? Names.toDnsLabel(chart);
      charts.set(chart, label);
      const file = join(this.outdir, this.#fileName(label, manifest));
      const documents = files.get(file) ?? [];
      documents.push(toYaml(manifest));
      files.set(file, documents);
    }
    const folders = new Set([this.outdir, ...[...files.keys()].map((file) => dirname(file))]);
    for (const folder of folders) mkdirSync(folder, { recursive: true });
    for (const [file, documents] of files) writeFileSync(file, documents.join("---\n"));
  }

  #fileName(chart: string, manifest: Manifest): string {
    const resource = `${manifest.kind}.${manifest.metadata?.name ?? ""}`.replace(
      /[^0-9a-zA-Z-_.]/g,
      "",
    );
    const extension = this.outputFileExtension;
    switch (this.yamlOutputType) {
      case YamlOutputType.FILE_PER_APP:
        return `app${extension}`;
      case YamlOutputType.FILE_PER_RESOURCE:
        return resource + extension;
      case YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE:
        return join(chart, resource + extension);
      default:
        return chart + extension;
    }
  }
}

function isSame(a: Finding, b: Finding): boolean {
  return a.code === b.code && a.object === b.object && a.message === b.message;
}
