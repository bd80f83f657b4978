// SPDX-License-Identifier: Apache-2.0
import { kvEvents, mocker, sglang, transfer, trtllm, vllm } from "@dynamo-iac/constructs/engines";
import { describe, expect, it } from "vitest";

describe("KV events", () => {
  const zmqEvents = { publisher: "zmq", endpoint: "tcp://*:20080" } as const;
  const on = { ...zmqEvents, enable_kv_cache_events: true };

  it.each([
    ["vLLM without the flag", vllm(), false],
    ["vLLM with events", vllm({ kvEventsConfig: on }), true],
    ["vLLM that forgets to enable them", vllm({ kvEventsConfig: zmqEvents }), false],
    [
      "vLLM without prefix caching",
      vllm({ kvEventsConfig: on, enablePrefixCaching: false }),
      false,
    ],
    ["a vLLM decode worker", vllm({ kvEventsConfig: on, disaggregationMode: "decode" }), false],
    ["vLLM with a reference", vllm({ extraArgs: ["--kv-events-config", "$(EVENTS)"] }), undefined],
    ["SGLang with the flag", sglang({ kvEventsConfig: zmqEvents }), true],
    ["SGLang that publishes nowhere", sglang({ kvEventsConfig: { publisher: "null" } }), false],
    ["TensorRT-LLM", trtllm({ publishKvEvents: true }), true],
    ["TensorRT-LLM, older spelling", trtllm({ publishEventsAndMetrics: true }), true],
    ["TensorRT-LLM without the flag", trtllm(), false],
    ["the mocker", mocker(), true],
    ["a mocker that decodes", mocker({ disaggregationMode: "decode" }), false],
  ])("of %s", (_, program, expected) => {
    expect(kvEvents(program)).toBe(expected);
  });

  it("of SGLang may be asked for in its file", () => {
    expect(kvEvents(sglang(), { "kv-events-config": { publisher: "zmq" } })).toBe(true);
  });
});

describe("what moves the cache", () => {
  it("is nothing for a plain worker", () => {
    for (const program of [vllm(), sglang(), trtllm(), mocker()])
      expect(transfer(program)).toBeUndefined();
  });

  it("names vLLM's connectors, also nested ones, and NIXL's transport", () => {
    const inner = [{ kv_connector: "DynamoConnector" }, { kv_connector: "NixlConnector" }];
    const kvTransferConfig = {
      kv_connector: "PdConnector",
      kv_connector_extra_config: { connectors: inner },
    };
    expect(transfer(vllm({ kvTransferConfig }))).toEqual({
      connectors: ["PdConnector", "DynamoConnector", "NixlConnector"],
      backend: "UCX",
    });
    const efa = {
      kv_connector: "NixlConnector",
      kv_connector_extra_config: { backends: ["LIBFABRIC"] },
    };
    expect(transfer(vllm({ kvTransferConfig: efa }))?.backend).toBe("LIBFABRIC");
    expect(transfer(vllm({ kvOffloadingSize: 64 }))).toEqual({
      connectors: ["native"],
      backend: undefined,
    });
  });

  it("is SGLang's transfer backend for prefill and decode, and its cache tiers", () => {
    expect(transfer(sglang({ disaggregationMode: "decode" }))?.backend).toBe("mooncake");
    const tiers = { enableHierarchicalCache: true, disaggregationTransferBackend: "nixl" };
    expect(transfer(sglang(tiers))).toEqual({ connectors: ["hicache"], backend: undefined });
  });

  it("is in TensorRT-LLM's file", () => {
    const file = { cache_transceiver_config: { backend: "DEFAULT" } };
    expect(transfer(trtllm({ disaggregationMode: "prefill" }), file)?.backend).toBe("DEFAULT");
    expect(transfer(trtllm({ connector: ["kvbm"] }))?.connectors).toEqual(["kvbm"]);
    expect(transfer(trtllm({ connector: ["none"] }))).toBeUndefined();
  });
});
