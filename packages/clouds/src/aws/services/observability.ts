// SPDX-License-Identifier: Apache-2.0
/** @module Metrics, logs and traces: Prometheus and Grafana, Loki and Alloy, Tempo, with their data in buckets. */
import {
  ComponentResource,
  type ComponentResourceOptions,
  type Input,
  type Resource,
} from "@pulumi/pulumi";
import {
  alloy,
  alloyValues,
  grafanaAdmin,
  kubePrometheusStack,
  kubePrometheusStackValues,
  loki,
  lokiAccount,
  lokiDatasource,
  lokiUrl,
  lokiValues,
  otlpEndpoint,
  prometheusRelease,
  prometheusUrl,
  tempo,
  tempoAccount,
  tempoDatasource,
  tempoValues,
} from "../../charts/index.js";
import { accept, announce, sayOf } from "../../component/index.js";
import type { Observability as Settings } from "../../environment/index.js";
import { HelmRelease, Manifests, token } from "../../kubernetes/index.js";
import { PodIdentity } from "../identity/pod-identity.js";
import { keyUse } from "../identity/policies/index.js";
import { checkTags } from "../tags.js";
import { generatedLogin } from "./external-secret.js";
import { bucketUse, PrivateBucket } from "./private-bucket.js";
import { inside, type ServiceProps } from "./service-props.js";

/** Settings of what is watched. */
export interface ObservabilityProps extends ServiceProps {
  /** Namespace of all of it; it has to be there. @default "monitoring" */
  readonly namespace?: string | undefined;
  /** What is watched, and how long it is kept. */
  readonly settings: Settings;
  /** Class of the volumes of Prometheus, Alertmanager, Loki and Tempo. */
  readonly storageClass: string;
  /** ARN of the KMS key of logs and traces. */
  readonly keyArn: Input<string>;
  /** Namespaces of the platform whose logs are kept beside those of graphs. */
  readonly platformNamespaces: readonly string[];
  /** External Secrets, which makes Grafana's password. */
  readonly externalSecrets: readonly Resource[];
}

/**
 * The programs that watch. Dashboards, alerts and recording rules are objects of their own in the
 * same namespace: Grafana and the Prometheus operator find them by label, in any namespace.
 */
export class Observability extends ComponentResource {
  readonly namespace: string;
  /** Prometheus in the cluster; undefined without metrics. */
  readonly prometheusUrl: string | undefined;
  /** Where graphs send their spans, OTLP over gRPC; undefined without traces. */
  readonly otlpEndpoint: string | undefined;
  /** To depend on: everything that watches has started. */
  readonly ready: readonly Resource[];

  constructor(name: string, props: ObservabilityProps, opts?: ComponentResourceOptions) {
    const findings = accept(checkTags(props.tags ?? {}, sayOf("Observability", name)), props.waive);
    super("dynamo-iac:aws:Observability", name, {}, opts);
    announce(this, findings);

    const { settings, namespace = "monitoring" } = props;
    const { metrics, logs, traces } = settings;
    this.namespace = namespace;
    this.prometheusUrl = metrics.enabled ? prometheusUrl(namespace) : undefined;
    this.otlpEndpoint = traces.enabled ? otlpEndpoint(namespace) : undefined;
    this.ready = [
      ...(metrics.enabled ? [this.#metrics(name, props)] : []),
      ...(logs.enabled ? this.#logs(name, props) : []),
      ...(traces.enabled ? [this.#traces(name, props)] : []),
    ];
    this.registerOutputs({ prometheusUrl: this.prometheusUrl, otlpEndpoint: this.otlpEndpoint });
  }

  #metrics(name: string, props: ObservabilityProps): Resource {
    const { settings, storageClass, cluster } = props;
    const { metrics, logs, traces } = settings;
    const login = new Manifests(
      `${name}-grafana-login`,
      { manifests: generatedLogin(grafanaAdmin.secret, this.namespace, grafanaAdmin) },
      inside(this, props, props.externalSecrets),
    );
    const datasources = [
      ...(logs.enabled ? [lokiDatasource(this.namespace, traces.enabled)] : []),
      ...(traces.enabled ? [tempoDatasource(this.namespace, logs.enabled)] : []),
    ];
    return new HelmRelease(
      `${name}-metrics`,
      {
        chart: kubePrometheusStack,
        namespace: this.namespace,
        releaseName: prometheusRelease,
        // The CRDs are there already: other charts bring monitors before Prometheus runs.
        skipCrds: true,
        values: kubePrometheusStackValues({
          clusterName: cluster.name,
          retentionDays: metrics.retentionDays,
          sizeGiB: metrics.sizeGiB,
          replicas: metrics.replicas,
          storageClass,
          remoteWrite: traces.enabled,
          datasources,
        }),
      },
      inside(this, props, [login]),
    );
  }

  #logs(name: string, props: ObservabilityProps): readonly Resource[] {
    const { cluster, settings, storageClass } = props;
    const bucket = this.#bucket(`${name}-logs`, lokiAccount, settings.logs.retentionDays, props);
    const server = new HelmRelease(
      `${name}-loki`,
      {
        chart: loki,
        namespace: this.namespace,
        releaseName: "loki",
        values: lokiValues({
          retentionDays: settings.logs.retentionDays,
          bucket: { name: token(bucket.bucketName), region: cluster.region },
          replicas: settings.metrics.replicas > 1 ? 3 : 1,
          storageClass,
        }),
      },
      inside(this, props, [bucket]),
    );
    const agents = new HelmRelease(
      `${name}-alloy`,
      {
        chart: alloy,
        namespace: this.namespace,
        releaseName: "alloy",
        values: alloyValues({
          clusterName: cluster.name,
          loki: lokiUrl(this.namespace),
          platformNamespaces: props.platformNamespaces,
        }),
      },
      inside(this, props, [server]),
    );
    return [server, agents];
  }

  #traces(name: string, props: ObservabilityProps): Resource {
    const { cluster, settings, storageClass } = props;
    const days = settings.traces.retentionDays;
    const bucket = this.#bucket(`${name}-traces`, tempoAccount, days, props);
    return new HelmRelease(
      `${name}-tempo`,
      {
        chart: tempo,
        namespace: this.namespace,
        releaseName: "tempo",
        values: tempoValues({
          retentionDays: days,
          bucket: { name: token(bucket.bucketName), region: cluster.region },
          storageClass,
          prometheus: prometheusUrl(this.namespace),
        }),
      },
      inside(this, props, [bucket]),
    );
  }

  /** A bucket, and the right to use it for the pods of one account. What the program forgot goes a week later. */
  #bucket(
    name: string,
    serviceAccount: string,
    retentionDays: number,
    { cluster, keyArn, tags = {} }: ObservabilityProps,
  ): PrivateBucket {
    const expireDays = retentionDays + 7;
    const bucket = new PrivateBucket(name, { keyArn, expireDays, tags }, { parent: this });
    new PodIdentity(
      name,
      {
        cluster,
        namespace: this.namespace,
        serviceAccount,
        statements: [
          ...bucketUse(bucket.bucketArn),
          ...keyUse("write", [keyArn], "s3", cluster.region),
        ],
        tags,
      },
      { parent: this },
    );
    return bucket;
  }
}
