// SPDX-License-Identifier: Apache-2.0
/**
 * @module Images against the program, the devices and one another.
 *
 * An image that is still a placeholder (`${IMAGE}`) is not judged at all. One whose tag and override
 * do not tell the release counts, where a rule is about releases, as the release that this library
 * renders; rules that compare two releases skip it.
 */
import {
  compareVersions,
  imageRegistry,
  images,
  parseVersion,
  quantityValue,
  show,
} from "../facts/index.js";
import { mainField } from "./place.js";
import { type ComponentRule, nothing, one, type Rule } from "./rule.js";
import type { ComponentView } from "./view.js";

/** The image of each engine. */
const engineImages: Readonly<Record<string, string>> = {
  vllm: images.vllm,
  sglang: images.sglang,
  trtllm: images.trtllm,
};

/** Everything that NVIDIA publishes under its path. @see docs/fern/pages/reference/general/release-artifacts */
const published: readonly string[] = [
  ...Object.values(images),
  ...Object.values(engineImages).map((name) => `${name}-nightly`),
  "kubernetes-operator",
  "snapshot-agent",
  "power-agent",
];

/** The resource that the AWS device plugin offers. */
const efa = "vpc.amazonaws.com/efa";

/** DYN-IMAGE-001: a known image that lacks the module. */
export const imageHasProgram: ComponentRule = (view, graph) => {
  const { image, program, version, component } = view;
  const name = image?.name ?? "";
  const engineOfImage = Object.keys(engineImages).find((engine) => engineImages[engine] === name);
  const known = engineOfImage !== undefined || name === images.frontend || name === images.planner;
  if (!known) return nothing;
  const runs = program?.program ?? (component.type === "epp" ? "epp" : undefined);
  const wanted = wantedImage(runs, engineOfImage, name, version);
  if (wanted === undefined) return nothing;
  return one(
    "DYN-IMAGE-001",
    graph,
    mainField(view, "image"),
    `${view.name} runs ${runs === "epp" ? "the endpoint picker" : `dynamo.${runs}`}, and the image ${name}${version === undefined ? "" : ` ${version.major}.${version.minor}.${version.patch}`} does not contain it`,
    `Use the image ${wanted}.`,
  );
};

/** The image to use instead; undefined when the one at hand will do. */
function wantedImage(
  runs: string | undefined,
  engineOfImage: string | undefined,
  name: string,
  version: ComponentView["version"],
): string | undefined {
  if (runs === "vllm" || runs === "sglang" || runs === "trtllm") {
    return engineOfImage === runs ? undefined : engineImages[runs];
  }
  if (runs === "epp") return name === images.frontend ? undefined : images.frontend;
  // The engine images lost the planner's dependencies with 1.1.
  const bare =
    name === images.frontend || (version !== undefined && (version.major > 1 || version.minor > 0));
  const outside = name !== images.planner && bare && (version?.major ?? 1) > 0;
  return runs === "planner" && outside ? images.planner : undefined;
}

/** DYN-IMAGE-002, 003: EFA needs both the devices and the image. */
export const efaIsComplete: ComponentRule = (view, graph) => {
  const { image, main, engine } = view;
  if (image?.tag === undefined || engine === undefined || parseVersion(image.tag) === undefined)
    return nothing;
  if (!Object.values(engineImages).includes(image.name)) return nothing;
  const { limits, requests } = main?.resources ?? {};
  const devices = quantityValue(limits?.[efa] ?? requests?.[efa] ?? 0);
  const hasEfa = /-efa\b/.test(image.tag);
  if (devices > 0 && !hasEfa) {
    return one(
      "DYN-IMAGE-002",
      graph,
      mainField(view, "image"),
      `${view.name} requests ${devices} EFA devices per pod, but its image is ${image.name}:${image.tag}`,
      `Use the tag ${image.tag}-efa.`,
    );
  }
  if (devices > 0 || !hasEfa) return nothing;
  return one(
    "DYN-IMAGE-003",
    graph,
    mainField(view, "resources"),
    `${view.name} runs ${image.name}:${image.tag} and requests 0 EFA devices`,
    `Request ${efa}, or use the tag ${image.tag.replace(/-efa.*/, "")}.`,
  );
};

/** DYN-IMAGE-004, 008: names and variants under NVIDIA's registry path. */
export const imageIsPublished: ComponentRule = (view, graph) => {
  const { image, version, main } = view;
  if (image === undefined || main === undefined) return nothing;
  if (image.repository !== `${imageRegistry}/${image.name}`) return nothing;
  const at = mainField(view, "image");
  if (!published.includes(image.name)) {
    return one(
      "DYN-IMAGE-008",
      graph,
      at,
      `${show(image.name)} is none of the ${published.length} images under ${imageRegistry}`,
      `Use ${view.engine === undefined || engineImages[view.engine] === undefined ? images.frontend : engineImages[view.engine]}, or your own registry for an image that you built.`,
    );
  }
  const tag = image.tag ?? "";
  const why = missingVariant(image.name, tag, version);
  if (why === undefined) return nothing;
  return one("DYN-IMAGE-004", graph, at, `${image.name}:${tag} ${why[0]}`, why[1]);
};

function missingVariant(
  name: string,
  tag: string,
  version: ComponentView["version"],
): readonly [string, string] | undefined {
  if (version === undefined || parseVersion(tag) === undefined) return undefined;
  const since13 = version.major > 1 || (version.major === 1 && version.minor >= 3);
  const plain = tag.replace(/-(efa|cuda1\d).*$/, "");
  const isEngine = Object.values(engineImages).includes(name);
  if (/-efa\b/.test(tag) && !isEngine) {
    return [
      "does not exist: only the 3 engine images have an EFA variant",
      `Use the tag ${plain}.`,
    ];
  }
  if (tag.endsWith("-cuda12") && since13) {
    return ["does not exist: since 1.3 all images are built with CUDA 13", `Use the tag ${plain}.`];
  }
  if (name === images.vllm && tag === "0.8.1-cuda13") {
    return ["does not start", "Use the tag 0.8.1, or a later release."];
  }
  return undefined;
}

/** DYN-IMAGE-005: every image of a graph belongs to one minor release. */
export const oneRelease: Rule = (graph) => {
  let first: ComponentView | undefined;
  for (const view of graph.components) {
    const { version } = view;
    if (version === undefined || view.program === undefined) continue;
    first ??= view;
    const other = first.version;
    if (other === undefined || (other.major === version.major && other.minor === version.minor))
      continue;
    const newer = compareVersions(version, other) > 0 ? version : other;
    return one(
      "DYN-IMAGE-005",
      graph,
      mainField(view, "image"),
      `${first.name} runs Dynamo ${other.major}.${other.minor}, ${view.name} runs ${version.major}.${version.minor}`,
      `Use images of ${newer.major}.${newer.minor} for all components, and change releases by replacing the graph.`,
    );
  }
  return nothing;
};

/** DYN-IMAGE-006: an override beside a tag that says something else. */
export const overrideMatchesTag: ComponentRule = (view, graph) => {
  const { runtimeVersionOverride } = view.component;
  if (runtimeVersionOverride === undefined) return nothing;
  const override = parseVersion(runtimeVersionOverride);
  const tagged = parseVersion(view.image?.tag ?? "");
  if (override === undefined || tagged === undefined || compareVersions(override, tagged) === 0)
    return nothing;
  return one(
    "DYN-IMAGE-006",
    graph,
    [...view.path, "runtimeVersionOverride"],
    `${view.name} states ${view.component.runtimeVersionOverride}, but its image is tagged ${view.image?.tag}`,
    "Remove runtimeVersionOverride.",
  );
};

/** DYN-IMAGE-007: programs that a distroless image does not have. */
export const imageHasShell: ComponentRule = (view, graph) => {
  const { image, main } = view;
  if (image?.name !== images.planner || main === undefined) return nothing;
  const commands = [
    { path: mainField(view, "command"), words: main.command },
    ...(["startupProbe", "livenessProbe", "readinessProbe"] as const).map((probe) => ({
      path: mainField(view, probe, "exec", "command"),
      words: main[probe]?.exec?.command,
    })),
  ];
  for (const { path, words } of commands) {
    const program = (words?.[0] ?? "").split("/").at(-1) ?? "";
    if (program !== "bash" && program !== "curl" && program !== "wget") continue;
    return one(
      "DYN-IMAGE-007",
      graph,
      path,
      `${view.name} starts ${show(words?.[0])}, and ${images.planner} has only Python and /bin/sh`,
      program === "bash" ? "Use /bin/sh, or start Python directly." : "Use an httpGet probe.",
    );
  }
  return nothing;
};

/** DYN-IMAGE-009: arm64 nodes cannot run amd64 images. */
export const imageFitsCpu: ComponentRule = (view, graph) => {
  const tag = view.image?.tag ?? "";
  const { nodeSelector } = view.component.podTemplate?.spec ?? {};
  if (nodeSelector?.["kubernetes.io/arch"] !== "arm64" || !/-amd64\b/.test(tag)) return nothing;
  return one(
    "DYN-IMAGE-009",
    graph,
    mainField(view, "image"),
    `${view.name} runs on arm64 nodes, but ${view.image?.name}:${tag} is built for amd64`,
    `Use the tag ${tag.replace("-amd64", "")}, or amd64 nodes.`,
  );
};
