// SPDX-License-Identifier: Apache-2.0
/** @module What the operator works with: NATS, etcd, orchestrators, Prometheus, Istio, ingress, snapshots. */
import type { Orchestrator } from "../../checks/index.js";
import type { Quantity } from "../../facts/index.js";
import type { Environment } from "../../graph/index.js";
import type { NatsPlanes } from "../nats/props.js";

/**
 * `external`: it is in the cluster before the operator starts; `bundled`: the chart installs it with
 * the operator, for development and test; `off`: not used.
 */
export type Integration = "off" | "external" | "bundled";

/** What starts and places pods together in the cluster; `Orchestration` is one. */
export interface OrchestrationSource {
  readonly orchestrators: readonly Orchestrator[];
}

/** A NATS that exists; `Nats` is one. */
export interface NatsSource {
  /** `nats://host:4222`; `tls://` since Dynamo 1.5. */
  readonly address: string;
  /** Variables with which a graph reaches it. @default - the address, and NATS for events */
  clientEnvironment?(planes?: NatsPlanes): Environment;
}

/** An etcd that exists; `Etcd` is one. */
export interface EtcdSource {
  /** Each `host:port`, or `http://` or `https://` and that. */
  readonly endpoints: readonly string[];
  /** Variables with which a graph reaches it. @default - the endpoints */
  clientEnvironment?(): Environment;
}

/** Metrics. */
export interface MonitoringProps {
  /** Service with the operator's metrics: HTTPS, for tokens that may read `/metrics`. @default true */
  readonly metricsService?: boolean | undefined;
  /** ServiceMonitor for it; needs the Prometheus operator. @default false */
  readonly serviceMonitor?: boolean | undefined;
  /** Labels by which Prometheus selects monitors. The chart always writes `release: prometheus` on the ServiceMonitor. @default { release: "prometheus" } */
  readonly labels?: Readonly<Record<string, string>> | undefined;
  /**
   * PodMonitors for frontends, workers, planners and routers of every namespace; `nixl` adds the
   * telemetry of KV transfers. They carry no label, so Prometheus has to select without one.
   *
   * @default false
   */
  readonly podMonitors?: boolean | "nixl" | undefined;
  /** Prometheus that planners ask, such as `http://prometheus.monitoring.svc.cluster.local:9090`. @default - none */
  readonly prometheusEndpoint?: string | undefined;
  /** Namespace whose pods may read metrics. Native objects only. @default "monitoring" */
  readonly namespace?: string | undefined;
}

/** DestinationRules that the operator makes for endpoint pickers. */
export interface ServiceMeshProps {
  /** How sidecars speak to an endpoint picker. @default "SIMPLE" */
  readonly tlsMode?: "DISABLE" | "SIMPLE" | "ISTIO_MUTUAL" | "MUTUAL" | undefined;
  /** Accepts the self-signed certificate of the endpoint picker. @default true */
  readonly insecureSkipVerify?: boolean | undefined;
  /** File in the sidecar; required for `MUTUAL`. @default - none */
  readonly clientCertificate?: string | undefined;
  /** File in the sidecar; required for `MUTUAL`. @default - none */
  readonly privateKey?: string | undefined;
  /** File in the sidecar. @default - none */
  readonly caCertificates?: string | undefined;
}

/** How frontends of v1alpha1 graphs with `ingress.enabled` are exposed. */
export interface IngressProps {
  /** IngressClass. @default - no Ingress */
  readonly className?: string | undefined;
  /** Secret with the certificate of the Ingress; with `className` only. @default - none */
  readonly tlsSecretName?: string | undefined;
  /** Gateway for VirtualServices, `namespace/name`. @default - no VirtualService */
  readonly virtualServiceGateway?: string | undefined;
  /** Hosts are `<graph>.<suffix>`. @default - the operator's: `local` */
  readonly hostSuffix?: string | undefined;
}

/** Checkpoint and restore: single-GPU workers of vLLM and SGLang on x86-64, with the snapshot agent. */
export interface CheckpointProps {
  /** Image that removes checkpoints; needs `sh` and `rm`. @default "busybox:1.36" */
  readonly cleanupImage?: string | undefined;
  /** Seccomp profile of checkpoint pods below the kubelet's folder; false for none, as on OpenShift. @default "profiles/block-iouring.json" */
  readonly seccompProfile?: string | false | undefined;
  /** Where checkpoints are kept. @default - the operator asks the snapshot agent of the workload's namespace */
  readonly storage?: CheckpointStorage | undefined;
}

/** A claim for checkpoints in each workload's namespace. Object storage was never implemented. */
export interface CheckpointStorage {
  /** Name of the PersistentVolumeClaim. */
  readonly pvcName: string;
  /** Absolute path at which the snapshot agent mounts it too. */
  readonly basePath: string;
  /** Lets the operator make the claim. @default false */
  readonly create?: boolean | undefined;
  /** Size of a claim that the operator makes. @default - the operator's */
  readonly size?: Quantity | undefined;
  /** StorageClass of a claim that the operator makes. @default - the cluster's default class */
  readonly storageClassName?: string | undefined;
  /** @default "ReadWriteMany" */
  readonly accessMode?: "ReadWriteMany" | "ReadWriteOnce" | undefined;
}
