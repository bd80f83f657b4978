// SPDX-License-Identifier: Apache-2.0
/** @module Data sources of Grafana, with the ways from a log line to its trace and back. */

import type { PrometheusOptions } from "./kube-prometheus-stack.js";
import { lokiUrl } from "./loki.js";
import { tempoUrl } from "./tempo.js";

type Datasource = PrometheusOptions["datasources"][number];

/** Loki; lines that carry a trace lead to it when there is a Tempo. Grafana expands `$`, hence `$$`. */
export function lokiDatasource(namespace: string, traces: boolean): Datasource {
  const field = {
    name: "TraceID",
    matcherType: "label",
    matcherRegex: "trace_id",
    datasourceUid: "tempo",
    url: "$${__value.raw}",
  };
  return {
    name: "Loki",
    uid: "loki",
    type: "loki",
    access: "proxy",
    url: lokiUrl(namespace),
    jsonData: { maxLines: 1000, derivedFields: traces ? [field] : [] },
  };
}

/** Tempo; spans lead to their log lines when there is a Loki. */
export function tempoDatasource(namespace: string, logs: boolean): Datasource {
  const toLogs = {
    datasourceUid: "loki",
    spanStartTimeShift: "-1h",
    spanEndTimeShift: "1h",
    filterByTraceID: true,
  };
  return {
    name: "Tempo",
    uid: "tempo",
    type: "tempo",
    access: "proxy",
    url: tempoUrl(namespace),
    jsonData: {
      ...(logs ? { tracesToLogsV2: toLogs } : {}),
      serviceMap: { datasourceUid: "prometheus" },
      nodeGraph: { enabled: true },
    },
  };
}
