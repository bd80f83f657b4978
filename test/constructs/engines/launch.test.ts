// SPDX-License-Identifier: Apache-2.0
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: shell variables look like that
/** @module Containers to programs and back: exec form, scripts, wrappers, variables. */
import {
  type ContainerCommand,
  frontendProgram,
  type LaunchContext,
  mocker,
  plannerProgram,
  processMeaning,
  readLaunch,
  vllm,
  writeLaunch,
} from "@dynamo-iac/constructs/engines";
import { describe, expect, it } from "vitest";

const model = ["--model", "Qwen/Qwen3-0.6B"];

function env(values: Readonly<Record<string, string | undefined>>): LaunchContext {
  return { env: new Map(Object.entries(values)) };
}

function sh(script: string): ContainerCommand {
  return { command: ["/bin/sh", "-c"], args: [script] };
}

/** The program without what is absent. */
function programOf(container: ContainerCommand, context?: LaunchContext) {
  const launch = readLaunch(container, context);
  return launch === undefined ? undefined : JSON.parse(JSON.stringify(launch.program));
}

describe("the ways to start a program", () => {
  const plain = { program: "vllm", flags: { model: "Qwen/Qwen3-0.6B" } };

  it.each<[string, ContainerCommand, LaunchContext | undefined, object]>([
    [
      "module in the command",
      { command: ["python3", "-m", "dynamo.vllm"], args: model },
      undefined,
      plain,
    ],
    [
      "module in the args",
      { command: ["python3"], args: ["-m", "dynamo.vllm", ...model] },
      undefined,
      plain,
    ],
    [
      "everything in the command",
      { command: ["python3", "-m", "dynamo.vllm", ...model] },
      undefined,
      plain,
    ],
    [
      "the operator's command for frontends",
      { args: ["-m", "dynamo.frontend", "--router-mode", "kv"] },
      { defaultCommand: ["python3"] },
      { program: "frontend", flags: { routerMode: "kv" } },
    ],
    [
      "the operator's command for workers, with an empty command",
      { command: [], args: ["python3 -m dynamo.vllm --model Qwen/Qwen3-0.6B"] },
      { defaultCommand: ["/bin/sh", "-c"] },
      plain,
    ],
    [
      "a script in the args",
      sh("exec python3 -m dynamo.vllm --model Qwen/Qwen3-0.6B"),
      undefined,
      plain,
    ],
    [
      "a script in the command",
      { command: ["sh", "-c", "python3 -m dynamo.vllm \\\n  --model 'Qwen/Qwen3-0.6B'"] },
      undefined,
      plain,
    ],
    [
      "options of the shell",
      { command: ["/bin/bash", "-eu", "-o", "pipefail", "-c"], args: ["python3 -m dynamo.vllm"] },
      undefined,
      { program: "vllm", flags: {} },
    ],
    [
      "a login shell, which stays",
      { command: ["bash", "-lc"], args: ["python3 -m dynamo.vllm"] },
      undefined,
      { program: "vllm", flags: {}, shell: ["bash", "-lc"] },
    ],
    [
      "options of Python",
      { command: ["python3.12", "-u", "-X", "dev", "-m", "dynamo.vllm"], args: model },
      undefined,
      { ...plain, interpreter: ["python3.12", "-u", "-X", "dev"] },
    ],
    [
      "a wrapper",
      { command: ["numactl", "-m", "0", "python3", "-m", "dynamo.vllm"], args: model },
      undefined,
      { ...plain, wrapper: ["numactl", "-m", "0"] },
    ],
    [
      "a variable in front",
      sh("exec A=1 B='2 3' python3 -m dynamo.vllm --model Qwen/Qwen3-0.6B"),
      undefined,
      { ...plain, wrapper: ["env", "A=1", "B=2 3"] },
    ],
    [
      "setup before it",
      sh("set -e\nulimit -l unlimited\ncd /workspace && exec python3 -m dynamo.vllm"),
      undefined,
      {
        program: "vllm",
        flags: {},
        setup: "set -e\nulimit -l unlimited\ncd /workspace && ",
        shell: ["/bin/sh", "-c"],
      },
    ],
    [
      "a known variable, without a shell",
      sh("python3 -m dynamo.vllm --model $MODEL"),
      env({ MODEL: "Qwen/Qwen3-0.6B" }),
      { program: "vllm", flags: { model: "$(MODEL)" } },
    ],
    [
      "a secret variable, without a shell",
      sh('python3 -m dynamo.vllm --model "${MODEL}"'),
      env({ MODEL: undefined }),
      { program: "vllm", flags: { model: "$(MODEL)" } },
    ],
    [
      "an unknown variable, which only the shell may know",
      sh("python3 -m dynamo.vllm --model $MODEL"),
      env({}),
      { program: "vllm", flags: { model: "$(MODEL)" }, shell: ["/bin/sh", "-c"] },
    ],
  ])("%s", (_, container, context, program) => {
    expect(programOf(container, context)).toEqual(program);
    const launch = readLaunch(container, context);
    expect(launch?.exact).toBe(true);
    if (launch === undefined) return;
    const again = writeLaunch(launch.program);
    expect(processMeaning(again, context)).toEqual(processMeaning(container, context));
    expect(programOf(again, context)).toEqual(program);
  });

  it.each<[string, ContainerCommand]>([
    ["nothing", {}],
    ["another program", { command: ["python3", "-m", "http.server"] }],
    ["a script file", { command: ["python3", "serve.py"] }],
    ["no module", { command: ["python3", "-m"] }],
    ["a pipe", sh("python3 -m dynamo.vllm | tee log")],
    ["a background job", sh("python3 -m dynamo.vllm &")],
    ["a shell without a script", { command: ["/bin/sh", "-c"] }],
    [
      "a script file of a shell",
      { command: ["/bin/sh", "run.sh", "-c", "python3 -m dynamo.vllm"] },
    ],
    ["options of exec", sh("exec -a name python3 -m dynamo.vllm")],
  ])("%s is none of them", (_, container) => {
    expect(readLaunch(container)).toBeUndefined();
  });
});

describe("what is not exact", () => {
  it.each<[string, ContainerCommand, LaunchContext]>([
    ["positional parameters", { command: ["sh", "-c", "python3 -m dynamo.vllm", "sh", "x"] }, {}],
    ["a variable with more flags", sh("python3 -m dynamo.vllm $EXTRA"), {}],
    ["a variable with a wrapper", sh("$WRAP python3 -m dynamo.vllm"), {}],
    ["a variable behind a switch", sh("python3 -m dynamo.vllm --trust-remote-code $EXTRA"), {}],
    ["a variable that is two words", sh("python3 -m dynamo.vllm --model $M"), env({ M: "a b" })],
    ["a variable that is empty", sh("python3 -m dynamo.vllm --model $M"), env({ M: "" })],
    ["text that Kubernetes may fill in", sh("python3 -m dynamo.vllm --model '$(M)'"), env({})],
    ["a handler of the shell", sh("trap 'kill 0' TERM; python3 -m dynamo.vllm")],
  ] as [string, ContainerCommand, LaunchContext][])("%s", (_, container, context) => {
    const launch = readLaunch(container, context ?? {});
    expect(launch?.program.program).toBe("vllm");
    expect(launch?.exact).toBe(false);
  });
});

describe("writing", () => {
  it("uses the exec form", () => {
    expect(
      writeLaunch(vllm({ model: "a", tensorParallelSize: 2, extraArgs: ["--new", "x"] })),
    ).toEqual({
      command: ["python3", "-m", "dynamo.vllm"],
      args: ["--model", "a", "--tensor-parallel-size", "2", "--new", "x"],
    });
  });

  it("puts setup into a script that ends in exec", () => {
    const program = frontendProgram({
      routerMode: "kv",
      namespace: "$(NS)-a",
      setup: "ulimit -l unlimited",
    });
    expect(writeLaunch(program)).toEqual({
      command: ["/bin/sh", "-c"],
      args: [
        'ulimit -l unlimited\nexec python3 -m dynamo.frontend --namespace "${NS}"-a --router-mode kv',
      ],
    });
  });

  it("keeps the words that join setup and command", () => {
    const script = (setup: string) => writeLaunch(frontendProgram({ setup })).args[0];
    expect(script("cd /x && ")).toBe("cd /x && exec python3 -m dynamo.frontend");
    expect(script("a || b")).toBe("a || b\nexec python3 -m dynamo.frontend");
    expect(script("a &")).toBe("a &\nexec python3 -m dynamo.frontend");
    expect(script("a;")).toBe("a;exec python3 -m dynamo.frontend");
  });

  it("writes wrapper and interpreter in front", () => {
    const program = vllm({ wrapper: ["numactl", "-N", "0"], interpreter: ["python", "-u"] });
    expect(writeLaunch(program).command).toEqual([
      ...["numactl", "-N", "0", "python", "-u", "-m", "dynamo.vllm"],
    ]);
  });

  it("survives the shell, whatever the values hold", () => {
    const values = ["it's", 'say "hi"', "a\nb", "$HOME", "`x`", "\\", "*", "", "a b", "#"];
    for (const value of values) {
      const program = vllm({ model: value, setup: "set -e", extraArgs: ["--zz", value] });
      expect(programOf(writeLaunch(program))).toEqual({
        program: "vllm",
        flags: { model: value },
        extraArgs: ["--zz", value],
        setup: "set -e\n",
        shell: ["/bin/sh", "-c"],
      });
    }
  });
});

describe("the types", () => {
  it("know flags, values and what belongs to which program", () => {
    // @ts-expect-error not a router mode
    expect(frontendProgram({ routerMode: "kvv" }).flags).toEqual({ routerMode: "kvv" });
    // @ts-expect-error a flag of the engines, not of the frontend
    expect(frontendProgram({ tensorParallelSize: 2 }).program).toBe("frontend");
    // @ts-expect-error a number, not text
    expect(vllm({ tensorParallelSize: "2" }).program).toBe("vllm");
    // @ts-expect-error the mocker reads no namespace flag
    expect(mocker({ namespace: "a" }).program).toBe("mocker");
    expect(plannerProgram({ config: { mode: "agg", ttft: 1 } }).program).toBe("planner");
    // @ts-expect-error not a mode of the planner
    expect(plannerProgram({ config: { mode: "both" } }).program).toBe("planner");
  });
});

describe("meaning", () => {
  const one = { command: ["python3", "-m", "dynamo.vllm"], args: ["--model", "a", "-tp", "2"] };

  it("is the same for different spellings", () => {
    const others: ContainerCommand[] = [
      { command: ["python", "-m", "dynamo.vllm"], args: ["--tensor-parallel-size=2", "--model=a"] },
      sh("exec python3 -m dynamo.vllm --model a --tensor_parallel_size 2"),
      { command: ["python3"], args: ["-m", "dynamo.vllm", "-tp", "1", "-tp", "2", "--model", "a"] },
    ];
    for (const other of others) expect(processMeaning(other)).toEqual(processMeaning(one));
  });

  it("differs where the process does", () => {
    const others: ContainerCommand[] = [
      { ...one, args: [...one.args, "--zz"] },
      { ...one, args: [...one.args, "-tp", "4"] },
      { ...one, command: ["python3", "-u", "-m", "dynamo.vllm"] },
      { ...one, command: ["python3", "-m", "dynamo.sglang"] },
      { ...one, command: ["nice", ...one.command] },
      sh("cd /x; python3 -m dynamo.vllm --model a -tp 2"),
    ];
    for (const other of others) expect(processMeaning(other)).not.toEqual(processMeaning(one));
  });

  it("looks behind the module, not behind the wrapper's own -m", () => {
    const wrapped = {
      command: ["numactl", "-m", "0", "python3", "-m", "dynamo.vllm"],
      args: one.args,
    };
    expect(processMeaning(wrapped)?.rest).toEqual([]);
    expect(processMeaning(wrapped)?.options).toEqual(processMeaning(one)?.options);
  });
});
