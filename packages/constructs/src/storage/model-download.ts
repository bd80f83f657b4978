// SPDX-License-Identifier: Apache-2.0
/** @module Fills a model cache from the Hugging Face Hub: one pinned revision, verified file by file. */
import { Chart } from "cdk8s";
import { Construct } from "constructs";
import { applyWaivers, type Finding } from "../facts/index.js";
import { addFindings, KubeObject } from "../graph/index.js";
import { checkDownload } from "./download/checks.js";
import { renderDownload } from "./download/objects.js";
import type { ModelDownloadProps } from "./download/props.js";
import { type ResolvedDownload, resolveDownload } from "./download/resolve.js";

/**
 * Downloads a model into a cache. An attempt that is interrupted goes on where it stopped; every file is
 * compared with the Hub's checksum; a run that finds everything verified ends within seconds. It waits
 * for nobody and nobody waits for it: workers that start earlier download what they miss, or, offline,
 * restart until it is there.
 *
 * @example
 * new ModelDownload(chart, "qwen3-32b", {
 *   cache,
 *   model: "Qwen/Qwen3-32B",
 *   revision: "9216db5781bf21249d130ec9da846c4624c16137",
 *   token: "hf-token-secret",
 * });
 *
 * @see recipes (model-download.yaml)
 */
export class ModelDownload extends Construct {
  /** Holds the program. */
  readonly script: KubeObject;
  /** The Job; for disks of the machines a DaemonSet. */
  readonly workload: KubeObject;
  readonly networkPolicy: KubeObject;

  readonly #download: ResolvedDownload;
  readonly #props: ModelDownloadProps;

  constructor(scope: Construct, id: string, props: ModelDownloadProps) {
    super(scope, id);
    this.#props = props;
    this.#download = resolveDownload(id, Chart.of(scope).namespace, props);
    const { script, workload, networkPolicy } = renderDownload(this.#download);
    this.script = new KubeObject(this, "Script", script);
    this.workload = new KubeObject(this, "Workload", workload);
    this.networkPolicy = new KubeObject(this, "NetworkPolicy", networkPolicy);
    addFindings(this, () => this.findings());
  }

  /** What the rules say about the props, waived findings included. */
  findings(): readonly Finding[] {
    return applyWaivers(checkDownload(this.#download), this.#props.waive ?? []);
  }
}
