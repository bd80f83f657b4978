// SPDX-License-Identifier: Apache-2.0
import {
  mocker,
  type Program,
  parallelism,
  readLaunch,
  routerProgram,
  sglang,
  trtllm,
  vllm,
} from "@dynamo-iac/constructs/engines";
import { describe, expect, it } from "vitest";
import { recipes } from "./model-recipes.js";

function read(start: string): Program {
  const [engine = "", ...args] = start.split(" ");
  const launch = readLaunch({ command: ["python3", "-m", `dynamo.${engine}`], args });
  if (launch === undefined) throw new Error(`no engine: ${engine}`);
  expect(launch.issues).toEqual([]);
  expect(launch.program.extraArgs).toBeUndefined();
  return launch.program;
}

describe("the size of engines in model recipes", () => {
  it.each(recipes)("$name: $total GPUs, every flag typed", ({ total, workers }) => {
    let gpus = 0;
    for (const worker of workers) {
      const size = parallelism(read(worker.start), worker.file);
      expect(size).toMatchObject(worker.is);
      gpus += worker.replicas * (size?.gpus ?? 0);
    }
    expect(gpus).toBe(total);
  });
});

describe("the size of an engine", () => {
  it("multiplies plain data parallelism of SGLang, and divides under data-parallel attention", () => {
    const flags = { tensorParallelSize: 2, dataParallelSize: 2 };
    expect(parallelism(sglang(flags))?.gpus).toBe(4);
    expect(parallelism(sglang({ ...flags, enableDpAttention: true }))?.gpus).toBe(2);
  });

  it("counts one copy of vLLM when a balancer in front knows the copies", () => {
    const flags = { tensorParallelSize: 2, dataParallelSize: 8 };
    expect(parallelism(vllm(flags))?.gpus).toBe(16);
    expect(parallelism(vllm({ ...flags, dataParallelRank: 3 }))?.gpus).toBe(2);
    expect(parallelism(vllm({ ...flags, pipelineParallelSize: 2 }))?.gpus).toBe(32);
  });

  it("reads roles of older releases", () => {
    const { program } =
      readLaunch({ command: ["python3", "-m", "dynamo.vllm", "--is-prefill-worker"] }) ?? {};
    expect(program && parallelism(program)?.role).toBe("prefill");
    expect(parallelism(trtllm({ disaggregationMode: "prefill_and_decode" }))?.role).toBe("agg");
    expect(parallelism(sglang({ disaggregationMode: "null" }))?.role).toBe("agg");
    expect(parallelism(vllm({ disaggregationMode: "pd" }))?.role).toBe("pd");
  });

  it("is 0 GPUs for the mocker and nothing for what is no engine", () => {
    expect(parallelism(mocker({ dataParallelSize: 2 }))).toMatchObject({ data: 2, gpus: 0 });
    expect(parallelism(routerProgram({ endpoint: "dynamo.prefill.generate" }))).toBeUndefined();
  });

  it("leaves the length open when the engine chooses it", () => {
    expect(parallelism(vllm({ maxModelLen: -1 }))?.contextLength).toBeUndefined();
  });
});
