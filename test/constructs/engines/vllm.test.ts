// SPDX-License-Identifier: Apache-2.0
import {
  checkFlags,
  parseFlags,
  renderFlags,
  vllm,
  vllmFlags,
  vllmRemovedFlags,
  writeLaunch,
} from "@dynamo-iac/constructs/engines";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const parse = (...argv: string[]) => parseFlags(vllmFlags, argv);

describe("spellings of dynamo.vllm", () => {
  it.each([
    ["-tp", "tensorParallelSize"],
    ["-pp", "pipelineParallelSize"],
    ["-dp", "dataParallelSize"],
    ["-dpl", "dataParallelSizeLocal"],
    ["-dcp", "decodeContextParallelSize"],
    ["--max_num_seqs", "maxNumSeqs"],
    ["--max-model-len", "maxModelLen"],
    ["--block-size", "blockSize"],
    ["--spec-tokens", "specTokens"],
  ])("%s 4 sets %s", (flag, property) => {
    expect(parse(flag, "4")).toMatchObject({
      config: { [property]: 4 },
      extraArgs: [],
      issues: [],
    });
    expect(parse(`${flag}=4`).config).toEqual({ [property]: 4 });
  });

  it("reads short and JSON spellings", () => {
    const { config } = parse("-q", "fp8", "-ep", "-cc", '{"mode":3}', "-sc", '{"method":"mtp"}');
    expect(config).toEqual({
      quantization: "fp8",
      enableExpertParallel: true,
      compilationConfig: { mode: 3 },
      speculativeConfig: { method: "mtp" },
    });
  });

  it.each([
    ["--no-enable-prefix-caching", "enablePrefixCaching"],
    ["--no-disable-hybrid-kv-cache-manager", "disableHybridKvCacheManager"],
    ["--no-enable-flashinfer-autotune", "enableFlashinferAutotune"],
    ["--no_enable_log_requests", "enableLogRequests"],
    ["--no-enable-multimodal", "enableMultimodal"],
  ])("%s switches %s off, and is written again", (flag, property) => {
    const { config } = parse(flag);
    expect(config).toEqual({ [property]: false });
    expect(renderFlags(vllmFlags, config)).toEqual([flag.replaceAll("_", "-")]);
  });
});

describe("values of dynamo.vllm", () => {
  it.each([
    ["32k", 32_000],
    ["32K", 32_768],
    ["1M", 1_048_576],
    ["25.6k", 25_600],
    ["auto", -1],
    ["-1", -1],
    ["262144", 262_144],
  ])("--max-model-len %s is %d tokens", (written, tokens) => {
    expect(parse("--max-model-len", written)).toMatchObject({
      config: { maxModelLen: tokens },
      issues: [],
    });
  });

  it("reads 16k batched tokens but not 16k requests", () => {
    expect(parse("--max-num-batched-tokens", "16k").config).toEqual({
      maxNumBatchedTokens: 16_000,
    });
    const { issues, extraArgs } = parse("--max-num-seqs", "16k");
    expect(extraArgs).toEqual(["--max-num-seqs", "16k"]);
    expect(issues).toEqual([expect.objectContaining({ property: "maxNumSeqs", got: "16k" })]);
  });

  it.each([
    ["--gpu-memory-utilization", "1.2"],
    ["--tensor-parallel-size", "0"],
    ["--disaggregation-mode", "decoder"],
    ["--kv-transfer-config", "NixlConnector"],
  ])("reports %s %s", (flag, value) => {
    expect(parse(flag, value).issues).toHaveLength(1);
  });

  it("lets lists that change with every release through", () => {
    const open = ["--kv-cache-dtype", "--moe-backend", "--attention-backend", "--load-format"];
    for (const flag of open) expect(parse(flag, "not-invented-yet").issues).toEqual([]);
  });

  it("accepts a default as a value", () => {
    const defaults = Object.fromEntries(
      Object.entries(vllmFlags).flatMap(([property, flag]) =>
        flag.default === undefined ? [] : [[property, flag.default]],
      ),
    );
    expect(checkFlags(vllmFlags, defaults)).toEqual([]);
  });
});

describe("single keys of JSON flags", () => {
  it("puts the keys of one flag together", () => {
    const argv = [
      "--eplb-config.window_size",
      "1000",
      "--model",
      "m",
      "--eplb_config.log_balancedness=true",
    ];
    expect(parse(...argv)).toMatchObject({
      config: { model: "m", eplbConfig: { window_size: 1000, log_balancedness: true } },
      extraArgs: [],
      typedTokens: argv.length,
    });
    expect(parse("-cc.pass_config.fuse_attn_quant", "True").config).toEqual({
      compilationConfig: { pass_config: { fuse_attn_quant: true } },
    });
  });

  it("keeps dots of flags that take no keys, and flags without a value", () => {
    expect(parse("--model.name", "x").extraArgs).toEqual(["--model.name", "x"]);
    expect(parse("--eplb-config.window_size").extraArgs).toEqual(["--eplb-config.window_size"]);
  });

  it("reads any document key by key", () => {
    const key = fc.stringMatching(/^[a-z][a-z_]{0,8}$/);
    const leaf = fc.oneof(fc.integer(), fc.boolean(), fc.stringMatching(/^[a-z]{5,9}x$/));
    const document = fc.dictionary(key, fc.oneof(leaf, fc.dictionary(key, leaf, { minKeys: 1 })), {
      minKeys: 1,
    });
    fc.assert(
      fc.property(document, (config) => {
        const argv = Object.entries(config).flatMap(([outer, value]) =>
          typeof value === "object"
            ? Object.entries(value).flatMap(([inner, v]) => [
                `--kernel-config.${outer}.${inner}`,
                String(v),
              ])
            : [`--kernel-config.${outer}`, String(value)],
        );
        expect(parse(...argv).config).toEqual({ kernelConfig: { ...config } });
      }),
    );
  });
});

describe("written argv of dynamo.vllm", () => {
  it("gives the operator sizes as separate tokens, however they were read", () => {
    const { config } = parse("-tp=16", "--pipeline-parallel-size=2", "-dp", "4");
    const { command, args } = writeLaunch(vllm({ model: "m", ...config }));
    expect(command).toEqual(["python3", "-m", "dynamo.vllm"]);
    expect(args).toEqual([
      ...["--model", "m"],
      ...["--tensor-parallel-size", "16"],
      ...["--pipeline-parallel-size", "2"],
      ...["--data-parallel-size", "4"],
    ]);
  });

  it("writes nested connectors as one JSON token", () => {
    const kvTransferConfig = {
      kv_connector: "PdConnector",
      kv_role: "kv_both",
      kv_connector_module_path: "kvbm.vllm_integration.connector",
      kv_connector_extra_config: {
        connectors: [
          { kv_connector: "DynamoConnector", kv_role: "kv_both" },
          { kv_connector: "NixlConnector", kv_role: "kv_both" },
        ],
      },
    } as const;
    const { args } = writeLaunch(vllm({ kvTransferConfig }));
    expect(args[0]).toBe("--kv-transfer-config");
    expect(JSON.parse(args[1] ?? "")).toEqual(kvTransferConfig);
    expect(parse(...args).config.kvTransferConfig).toEqual(kvTransferConfig);
  });
});

describe("flags that are gone", () => {
  it("stay untyped", () => {
    for (const flag of Object.keys(vllmRemovedFlags)) {
      expect(parse(flag)).toMatchObject({ config: {}, extraArgs: [flag] });
    }
  });

  it("say since when and what to write", () => {
    expect(vllmRemovedFlags["--is-prefill-worker"]).toEqual({
      since: "1.4",
      instead: "--disaggregation-mode prefill",
    });
    expect(Object.keys(vllmRemovedFlags)).toContain("--connector");
  });
});
