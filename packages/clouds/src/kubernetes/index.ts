// SPDX-License-Identifier: Apache-2.0
/** @module Kubernetes objects and Helm releases as Pulumi resources. */
export { type ChartDefinition, defineChart } from "./helm/chart.js";
export { type ChartPin, chartPins } from "./helm/pins.js";
export { HelmRelease, type HelmReleaseArgs } from "./helm/release.js";
export type { Inputs } from "./helm/values.js";
export type { Manifest, OrderedManifest } from "./manifests/manifest.js";
export { Manifests, type ManifestsArgs, type ManifestTransform } from "./manifests/manifests.js";
export { KubernetesObject } from "./manifests/object.js";
export { resolveTokens } from "./tokens/resolve.js";
export { token } from "./tokens/token.js";
