// SPDX-License-Identifier: Apache-2.0
/** @module What other programs need before they start: CRDs of monitors, certificates, gang scheduling. */
import { ComponentResource, type ComponentResourceOptions, type Resource } from "@pulumi/pulumi";
import { z } from "zod";
import { certManager, certManagerValues, prometheusOperatorCrds } from "../../charts/index.js";
import { accept, announce, sayOf } from "../../component/index.js";
import { chartPins, defineChart, HelmRelease } from "../../kubernetes/index.js";
import { checkTags } from "../tags.js";
import { inside, type ServiceProps } from "./service-props.js";

/** Settings of the prerequisites. */
export interface PrerequisitesProps extends ServiceProps {
  /** CRDs of the Prometheus operator, in this namespace as a release. @default - none */
  readonly monitoringNamespace?: string | undefined;
  /** cert-manager in this namespace. @default - none */
  readonly certManagerNamespace?: string | undefined;
  /** Grove in this namespace, which starts the pods of multi-node graphs as one. @default - none */
  readonly groveNamespace?: string | undefined;
  /** @default 1 */
  readonly replicas?: number | undefined;
}

const grove = defineChart(chartPins.grove, z.strictObject({}));

/** Charts that bring kinds, so that the rest can be installed in any order. Their namespaces have to be there. */
export class Prerequisites extends ComponentResource {
  /** To depend on: the kinds are there. */
  readonly ready: readonly Resource[];

  constructor(name: string, props: PrerequisitesProps, opts?: ComponentResourceOptions) {
    const findings = accept(checkTags(props.tags ?? {}, sayOf("Prerequisites", name)), props.waive);
    super("dynamo-iac:aws:Prerequisites", name, {}, opts);
    announce(this, findings);

    const { monitoringNamespace, certManagerNamespace, groveNamespace, replicas = 1 } = props;
    const crds =
      monitoringNamespace === undefined
        ? []
        : [
            new HelmRelease(
              `${name}-monitors`,
              {
                chart: prometheusOperatorCrds,
                namespace: monitoringNamespace,
                releaseName: "prometheus-operator-crds",
              },
              inside(this, props),
            ),
          ];
    const certificates =
      certManagerNamespace === undefined
        ? []
        : [
            new HelmRelease(
              `${name}-certificates`,
              {
                chart: certManager,
                namespace: certManagerNamespace,
                releaseName: "cert-manager",
                values: certManagerValues(replicas, monitoringNamespace !== undefined),
              },
              inside(this, props, crds),
            ),
          ];
    const gangs =
      groveNamespace === undefined
        ? []
        : [
            new HelmRelease(
              `${name}-grove`,
              { chart: grove, namespace: groveNamespace, releaseName: "grove" },
              inside(this, props),
            ),
          ];
    this.ready = [...crds, ...certificates, ...gangs];
    this.registerOutputs({});
  }
}
