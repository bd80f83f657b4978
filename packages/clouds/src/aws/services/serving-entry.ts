// SPDX-License-Identifier: Apache-2.0
/** @module The way in for clients: an Ingress with its load balancer. */
import { ComponentResource, type ComponentResourceOptions, type Input } from "@pulumi/pulumi";
import { accept, announce, sayOf } from "../../component/index.js";
import { Manifests, token } from "../../kubernetes/index.js";
import { checkTags } from "../tags.js";
import { type AlbIngressProps, albIngress, checkSources } from "./alb-ingress.js";
import { inside, type ServiceProps } from "./service-props.js";

/** Settings of the way in. */
export interface ServingEntryProps
  extends ServiceProps,
    Omit<AlbIngressProps, "name" | "certificateArn"> {
  readonly certificateArn: Input<string>;
}

/** An Ingress that clients of the OpenAI API reach over TLS. */
export class ServingEntry extends ComponentResource {
  /** Where clients send their requests. */
  readonly url: string;

  constructor(name: string, props: ServingEntryProps, opts?: ComponentResourceOptions) {
    const say = sayOf("ServingEntry", name);
    const findings = accept(
      [...checkTags(props.tags ?? {}, say), ...checkSources(props, say)],
      props.waive,
    );
    super("dynamo-iac:aws:ServingEntry", name, {}, opts);
    announce(this, findings);

    const { certificateArn, ...rest } = props;
    const ingress = albIngress({ ...rest, name, certificateArn: token(certificateArn) });
    new Manifests(`${name}-ingress`, { manifests: [ingress] }, inside(this, props));
    this.url = `https://${props.host}/v1`;
    this.registerOutputs({ url: this.url });
  }
}
