// SPDX-License-Identifier: Apache-2.0
/** @module A name in Route 53 with a certificate of ACM, and external-dns, which writes the name when there is something behind it. */

import { type Finding, show } from "@dynamo-iac/constructs/facts";
import { Certificate, CertificateValidation } from "@pulumi/aws/acm";
import { Record as DnsRecord, getZoneOutput } from "@pulumi/aws/route53";
import {
  ComponentResource,
  type ComponentResourceOptions,
  type Input,
  type Output,
  output,
  type Resource,
} from "@pulumi/pulumi";
import { externalDns, externalDnsValues } from "../../charts/index.js";
import { accept, announce, sayOf } from "../../component/index.js";
import { HelmRelease } from "../../kubernetes/index.js";
import { PodIdentity } from "../identity/pod-identity.js";
import { externalDns as writeRecords } from "../identity/policies/index.js";
import { checkTags, named } from "../tags.js";
import { inside, type ServiceProps } from "./service-props.js";

/** Settings of the name. */
export interface DomainProps extends ServiceProps {
  /** Name of an existing hosted zone, such as `example.com`. */
  readonly hostedZone: string;
  /** The private zone of that name in place of the public one. Certificates are proven in the public one. @default false */
  readonly privateZone?: boolean | undefined;
  /** Host name that clients use, inside of the zone. */
  readonly host: string;
  /** ARN of a certificate to use. @default - a new one, proven by a record in the zone */
  readonly certificateArn?: Input<string> | undefined;
  /** Namespace of external-dns; it has to be there. @default "external-dns" */
  readonly namespace?: string | undefined;
}

/** A certificate that renews itself, and a controller that may change records of this zone alone. */
export class Domain extends ComponentResource {
  /** The certificate, known when it is issued. */
  readonly certificateArn: Output<string>;
  readonly zoneId: Output<string>;
  /** To depend on: names of an Ingress are removed before the controller goes. */
  readonly ready: readonly Resource[];

  constructor(name: string, props: DomainProps, opts?: ComponentResourceOptions) {
    const findings = accept(checkDomain(name, props), props.waive);
    super("dynamo-iac:aws:Domain", name, {}, opts);
    announce(this, findings);

    const { cluster, hostedZone, namespace = "external-dns", tags = {} } = props;
    const zone = getZoneOutput(
      { name: hostedZone, privateZone: props.privateZone ?? false },
      { parent: this },
    );
    this.zoneId = zone.zoneId;
    this.certificateArn = this.#certificate(name, props, zone.zoneId);
    const identity = new PodIdentity(
      `${name}-dns`,
      {
        cluster,
        namespace,
        serviceAccount: "external-dns",
        statements: writeRecords({ region: cluster.region, zoneArns: [zone.arn] }),
        tags,
      },
      { parent: this },
    );
    this.ready = [
      new HelmRelease(
        `${name}-dns`,
        {
          chart: externalDns,
          namespace,
          releaseName: "external-dns",
          values: externalDnsValues({
            owner: cluster.name,
            zone: hostedZone,
            provider: "aws",
            serviceAccount: "external-dns",
            monitors: props.monitors ?? false,
          }),
        },
        inside(this, props, [identity]),
      ),
    ];
    this.registerOutputs({ certificateArn: this.certificateArn, zoneId: this.zoneId });
  }

  #certificate(name: string, props: DomainProps, zoneId: Output<string>): Output<string> {
    const { certificateArn, host, tags = {} } = props;
    const child = { parent: this };
    if (certificateArn !== undefined) return output(certificateArn);
    const certificate = new Certificate(
      name,
      { domainName: host, validationMethod: "DNS", tags: named(tags, name) },
      child,
    );
    const option = certificate.domainValidationOptions.apply((options) => options[0]);
    const record = new DnsRecord(
      `${name}-proof`,
      {
        zoneId,
        name: option.apply((one) => one?.resourceRecordName ?? ""),
        type: option.apply((one) => one?.resourceRecordType ?? "CNAME"),
        records: [option.apply((one) => one?.resourceRecordValue ?? "")],
        ttl: 300,
        allowOverwrite: true,
      },
      child,
    );
    return new CertificateValidation(
      name,
      { certificateArn: certificate.arn, validationRecordFqdns: [record.fqdn] },
      child,
    ).certificateArn;
  }
}

/** What is wrong with these settings; waivers are not applied. */
export function checkDomain(name: string, props: DomainProps): readonly Finding[] {
  const say = sayOf("Domain", name);
  const { host, hostedZone } = props;
  const found = [...checkTags(props.tags ?? {}, say)];
  if (host !== hostedZone && !host.endsWith(`.${hostedZone}`))
    found.push(
      say(
        "DYN-AWS-207",
        ["host"],
        `${show(host)} is not inside of ${show(hostedZone)}`,
        `Set host to a name that ends in .${hostedZone}.`,
      ),
    );
  return found;
}
