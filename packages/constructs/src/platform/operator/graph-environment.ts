// SPDX-License-Identifier: Apache-2.0
/** @module What a graph has to know of the platform's NATS and etcd. */
import type { Environment } from "../../graph/index.js";
import type { NatsPlanes } from "../nats/props.js";
import type { DynamoPlatformProps } from "./props.js";

/** Variables for graphs: addresses and credentials as NATS and etcd themselves say them, and the planes. */
export function platformEnvironment(
  { nats, etcd }: DynamoPlatformProps,
  planes: NatsPlanes,
): Environment {
  const events = {
    DYN_EVENT_PLANE: planes.eventPlane ?? "nats",
    DYN_REQUEST_PLANE: planes.requestPlane,
  };
  const bundled = nats === "bundled" ? events : {};
  return {
    ...(nats === undefined || nats === "bundled"
      ? bundled
      : (nats.clientEnvironment?.(planes) ?? { NATS_SERVER: nats.address, ...events })),
    ...(etcd === undefined || etcd === "bundled"
      ? {}
      : (etcd.clientEnvironment?.() ?? { ETCD_ENDPOINTS: etcd.endpoints.join(",") })),
  };
}
