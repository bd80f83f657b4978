// SPDX-License-Identifier: Apache-2.0
/** @module The platform's chart in a cdk8s chart, for Argo CD. */
import { Chart } from "cdk8s";
import { Construct } from "constructs";
import type { Finding } from "../../../facts/index.js";
import { type Environment, KubeObject } from "../../../graph/index.js";
import type { NatsPlanes } from "../../nats/props.js";
import { addPlatformFindings, platformFindings } from "../cluster-claim.js";
import { platformEnvironment } from "../graph-environment.js";
import type { DynamoPlatformProps } from "../props.js";
import { type ResolvedPlatform, resolvePlatform } from "../resolve.js";
import { type ArgoCdOptions, renderApplication } from "./argo-cd.js";

/** Settings of the platform, and how Argo CD installs it. */
export interface ArgoCdPlatformProps extends DynamoPlatformProps {
  /** How Argo CD installs it. @default - see the fields */
  readonly argoCd?: ArgoCdOptions | undefined;
}

/**
 * The platform as an Application with the same settings as `DynamoPlatform`. What is written into
 * the webhooks at run time is no difference.
 *
 * @example new ArgoCdPlatform(chart, "platform", { argoCd: { project: "platform" } });
 */
export class ArgoCdPlatform extends Construct {
  readonly application: KubeObject;

  readonly #props: ArgoCdPlatformProps;
  readonly #platform: ResolvedPlatform;

  constructor(scope: Construct, id: string, props: ArgoCdPlatformProps = {}) {
    super(scope, id);
    this.#props = props;
    this.#platform = resolvePlatform(props, Chart.of(scope).namespace);
    const application = renderApplication(this.#platform, props.argoCd ?? {});
    this.application = new KubeObject(this, "Application", application);
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
