// SPDX-License-Identifier: Apache-2.0
/** @module The platform's chart in a cdk8s chart, for Flux. */
import { Chart } from "cdk8s";
import { Construct } from "constructs";
import type { Finding } from "../../../facts/index.js";
import { type Environment, KubeObject } from "../../../graph/index.js";
import type { NatsPlanes } from "../../nats/props.js";
import { addPlatformFindings, platformFindings } from "../cluster-claim.js";
import { platformEnvironment } from "../graph-environment.js";
import type { DynamoPlatformProps } from "../props.js";
import { type ResolvedPlatform, resolvePlatform } from "../resolve.js";
import { type FluxOptions, renderFlux } from "./flux.js";

/** Settings of the platform, and how Flux installs it. */
export interface FluxPlatformProps extends DynamoPlatformProps {
  /** How Flux installs it. @default - see the fields */
  readonly flux?: FluxOptions | undefined;
}

/**
 * The platform as a HelmRelease with the same settings as `DynamoPlatform`, and the source of its
 * chart. Drift is mended, but for the authority that is written into the webhooks at run time.
 *
 * @example new FluxPlatform(chart, "platform", { flux: { dependsOn: [{ name: "cert-manager" }] } });
 */
export class FluxPlatform extends Construct {
  /** The namespace if it was to be made here, the source, and the HelmRelease. */
  readonly objects: readonly KubeObject[];

  readonly #props: FluxPlatformProps;
  readonly #platform: ResolvedPlatform;

  constructor(scope: Construct, id: string, props: FluxPlatformProps = {}) {
    super(scope, id);
    this.#props = props;
    this.#platform = resolvePlatform(props, Chart.of(scope).namespace);
    this.objects = renderFlux(this.#platform, props.flux ?? {}).map(
      (object) => new KubeObject(this, object.kind, object),
    );
    addPlatformFindings(this, () => this.findings(), this.#platform);
  }

  /** What the rules say about the props, waived findings included. */
  findings(): readonly Finding[] {
    return platformFindings(this, this.#props, this.#platform, "chart");
  }

  /** Environment with which a graph uses the NATS and the etcd of this platform. */
  clientEnvironment(planes: NatsPlanes = {}): Environment {
    return platformEnvironment(this.#props, planes);
  }
}
