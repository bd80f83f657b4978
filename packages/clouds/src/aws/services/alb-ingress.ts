// SPDX-License-Identifier: Apache-2.0
/** @module An Ingress for the frontend of a graph on an Application Load Balancer, made for streams of tokens. */
import type { Finding } from "@dynamo-iac/constructs/facts";
import type { Say } from "../../component/index.js";

/** What the Ingress is for. */
export interface AlbIngressProps {
  readonly name: string;
  readonly namespace: string;
  readonly ingressClassName: string;
  readonly host: string;
  /** Service of the graph's frontend, whose port 8000 speaks the OpenAI API. */
  readonly service: string;
  /** ARN of the certificate; may be a token. */
  readonly certificateArn: string;
  readonly scheme: "internal" | "internet-facing";
  /** Networks that may connect. */
  readonly allowedCidrs: readonly string[];
  /** How long a stream may be silent, seconds. @default 3600 */
  readonly idleTimeoutSeconds?: number | undefined;
  /** The load balancer cannot be deleted by anybody but the controller's owner. @default false */
  readonly deletionProtection?: boolean | undefined;
  /** Bucket of the access logs; may be a token. @default - no access logs */
  readonly accessLogBucket?: string | undefined;
}

/** An Ingress as a Kubernetes object. */
export interface IngressObject {
  readonly apiVersion: "networking.k8s.io/v1";
  readonly kind: "Ingress";
  readonly metadata: {
    readonly name: string;
    readonly namespace: string;
    readonly annotations: Readonly<Record<string, string>>;
  };
  readonly spec: object;
}

/** Time in which requests that run are finished when a frontend goes, seconds. */
const drainSeconds = 300;

/**
 * HTTPS with TLS 1.2 and 1.3, straight to the pods, to the one with the fewest requests: answers
 * take seconds to minutes, so that taking turns would pile them up. Only the API's own paths are
 * served: `/v1`, `/health` and `/live`, not the frontend's metrics and administration.
 *
 * @see docs/fern/kubernetes (frontend) and the controller's annotations
 */
export function albIngress(props: AlbIngressProps): IngressObject {
  const { name, namespace, host, service } = props;
  const backend = { service: { name: service, port: { number: 8000 } } };
  const paths = ["/v1", "/health", "/live"].map((path) => ({
    path,
    pathType: "Prefix",
    backend,
  }));
  return {
    apiVersion: "networking.k8s.io/v1",
    kind: "Ingress",
    metadata: { name, namespace, annotations: annotationsOf(props) },
    spec: {
      ingressClassName: props.ingressClassName,
      rules: [{ host, http: { paths } }],
    },
  };
}

function annotationsOf(props: AlbIngressProps): Record<string, string> {
  const { accessLogBucket, idleTimeoutSeconds = 3600 } = props;
  const attributes = [
    `idle_timeout.timeout_seconds=${idleTimeoutSeconds}`,
    "routing.http.drop_invalid_header_fields.enabled=true",
    `deletion_protection.enabled=${props.deletionProtection ?? false}`,
    ...(accessLogBucket === undefined
      ? []
      : ["access_logs.s3.enabled=true", `access_logs.s3.bucket=${accessLogBucket}`]),
  ];
  const annotations = {
    scheme: props.scheme,
    "target-type": "ip",
    "listen-ports": '[{"HTTPS":443}]',
    "ssl-policy": "ELBSecurityPolicy-TLS13-1-2-2021-06",
    "certificate-arn": props.certificateArn,
    "inbound-cidrs": props.allowedCidrs.join(","),
    "backend-protocol": "HTTP",
    "healthcheck-path": "/health",
    "load-balancer-attributes": attributes.join(","),
    "target-group-attributes": `deregistration_delay.timeout_seconds=${drainSeconds},load_balancing.algorithm.type=least_outstanding_requests`,
  };
  return Object.fromEntries(
    Object.entries(annotations).map(([key, value]) => [`alb.ingress.kubernetes.io/${key}`, value]),
  );
}

/** A finding when everybody or nobody may connect. */
export function checkSources(
  { scheme, allowedCidrs }: Pick<AlbIngressProps, "scheme" | "allowedCidrs">,
  say: Say,
): readonly Finding[] {
  if (allowedCidrs.length === 0)
    return [
      say(
        "DYN-AWS-208",
        ["allowedCidrs"],
        "names no network, so nobody can connect",
        "Name the networks of your clients, such as 203.0.113.0/24.",
      ),
    ];
  const open = allowedCidrs.findIndex((cidr) => /\/0$/.test(cidr));
  if (scheme === "internal" || open === -1) return [];
  return [
    say(
      "DYN-AWS-208",
      ["allowedCidrs", open],
      `${allowedCidrs[open]} lets everybody on the internet use the GPUs`,
      "Name the networks of your clients, or put a gateway in front that asks who they are.",
    ),
  ];
}
