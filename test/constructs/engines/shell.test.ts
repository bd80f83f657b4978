// SPDX-License-Identifier: Apache-2.0
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: shell variables look like that
/** @module The script reader against itself and against real shells. */
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lastCommand, shellWord } from "@dynamo-iac/constructs/engines";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";

type Words = NonNullable<ReturnType<typeof lastCommand>>["words"];

const env = { ONE: "one", TWO: "two words", EMPTY: "" } as const;

/** The words as the shell would pass them, with quoted variables filled in. */
function evaluate(words: Words): string[] {
  return words.map((word) =>
    word
      .map((part) => (part.kind === "text" ? part.text : env[part.name as keyof typeof env]))
      .join(""),
  );
}

function text(script: string): string[] | undefined {
  const last = lastCommand(script);
  return last === undefined ? undefined : evaluate(last.words);
}

describe("shellWord", () => {
  it("comes back from the reader as it was, whatever it holds", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: "grapheme", maxLength: 20 }), { maxLength: 6 }),
        (words) => {
          fc.pre(!words.some((word) => word.includes("$(")));
          expect(text(["run", ...words].map(shellWord).join(" "))).toEqual(["run", ...words]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("leaves plain words alone and quotes the rest", () => {
    expect(shellWord("Qwen/Qwen3-0.6B")).toBe("Qwen/Qwen3-0.6B");
    expect(shellWord("")).toBe("''");
    expect(shellWord("it's")).toBe("'it'\\''s'");
    expect(shellWord('{"a": 1}')).toBe(`'{"a": 1}'`);
  });

  it("turns references into shell variables, except those that Kubernetes leaves alone", () => {
    expect(shellWord("$(MODEL)")).toBe(`"\${MODEL}"`);
    expect(shellWord("tcp://$(HOST):20080")).toBe(`tcp://"\${HOST}":20080`);
    expect(shellWord('{"h":"$(HOST)"}')).toBe(`'{"h":"'"\${HOST}"'"}'`);
    expect(shellWord("$$(MODEL)")).toBe("'$$(MODEL)'");
    expect(shellWord("$$$(MODEL)")).toBe(`'$$'"\${MODEL}"`);
  });
});

describe("lastCommand", () => {
  it.each([
    ["exec python3 -m x", "", ["exec", "python3", "-m", "x"]],
    [
      "set -e\nulimit -l unlimited\npython3 -m x\n",
      "set -e\nulimit -l unlimited\n",
      ["python3", "-m", "x"],
    ],
    ["cd /workspace && exec python3", "cd /workspace && ", ["exec", "python3"]],
    ["if [ -f a ]; then b; fi\npython3", "if [ -f a ]; then b; fi\n", ["python3"]],
    [
      "if a; then b; else if c; then d; fi; fi; python3",
      "if a; then b; else if c; then d; fi; fi; ",
      ["python3"],
    ],
    [
      "for i in 1 2; do if true; then :; fi; done\npython3",
      "for i in 1 2; do if true; then :; fi; done\n",
      ["python3"],
    ],
    ["mkdir a 2>&1 && python3", "mkdir a 2>&1 && ", ["python3"]],
    ["a | b\npython3", "a | b\n", ["python3"]],
    ["sidecar &\npython3", "sidecar &\n", ["python3"]],
    ["a ||\n\n  python3 x", "a ||\n\n  ", ["python3", "x"]],
    ["x=$(date +'%s;') && y=`id -u` && python3", "x=$(date +'%s;') && y=`id -u` && ", ["python3"]],
    ["echo \"${x:-it's}\" ; python3 'y'", 'echo "${x:-it\'s}" ; ', ["python3", "y"]],
    ["python3 a#b # c 'd\n\n# e", "", ["python3", "a#b"]],
    ['python3 \\\n  --a b \\\n  --c "d\\\ne"', "", ["python3", "--a", "b", "--c", "de"]],
    ['python3 --a \'{"b": {"c": [1, 2]}}\'', "", ["python3", "--a", '{"b": {"c": [1, 2]}}']],
    ['python3 --a "{\\"b\\": 1}"', "", ["python3", "--a", '{"b": 1}']],
    ['python3 "cost$" $ a$', "", ["python3", "cost$", "$", "a$"]],
    ["python3 $ONE\\\n  b", "", ["python3", "one", "b"]],
    ["python3 a;", "", ["python3", "a"]],
    ["python3 a\r\n", "", ["python3", "a\r"]],
    ["python3 '' \"\"", "", ["python3", "", ""]],
  ])("reads %j", (script, setup, words) => {
    expect(lastCommand(script)?.setup).toBe(setup);
    expect(text(script)).toEqual(words);
  });

  it("tells variables from text, and quoted ones from bare ones", () => {
    expect(lastCommand(`python3 $A "x\${B}" '$C' $(D) \\$E`)?.words.slice(1)).toEqual([
      [{ kind: "variable", name: "A", quoted: false }],
      [
        { kind: "text", text: "x" },
        { kind: "variable", name: "B", quoted: true },
      ],
      [{ kind: "text", text: "$C" }],
      [{ kind: "variable", name: "D", quoted: false }],
      [{ kind: "text", text: "$E" }],
    ]);
  });

  it.each([
    ["a pipe behind the command", "python3 -m x | tee log"],
    ["a pipe behind the command, on the next line", "python3 -m x |\ntee log |"],
    ["a pipe in front of the command", "yes | python3 -m x"],
    ["a pipe in front of the command, on the line before", "yes |\n python3 -m x"],
    ["a background job", "python3 -m x &"],
    ["a background job and a comment", "python3 -m x &\n# done"],
    ["a redirection", "python3 -m x > log"],
    ["a redirection of errors", "python3 -m x 2>&1"],
    ["a here-document", "python3 -m x <<EOF\na\nEOF"],
    ["a here-document before the command", "cat <<EOF\npython3 evil\nEOF\npython3 -m x"],
    ["a block", "{ python3 -m x; }"],
    ["a condition", "if true; then python3 -m x; fi"],
    ["an open block", "if true; then python3 -m x"],
    ["a negation", "! python3 -m x"],
    ["a subshell", "(python3 -m x)"],
    ["a glob", "python3 -m x *.json"],
    ["a brace expansion", "python3 -m x {a,b}"],
    ["a home folder", "python3 -m x ~/a"],
    ["a command substitution", "python3 -m x $(hostname)"],
    ["backticks", "python3 -m x `hostname`"],
    ["a default value", "python3 -m x ${A:-b}"],
    ["a positional parameter", "python3 -m x $1"],
    ["a quote that only bash knows", "python3 -m x $'a\\n'"],
    ["a variable cut in two", "python3 -m $A\\\nB"],
    ["an expansion cut in two", "python3 -m $\\\nB"],
    ["an operator cut in two", "cat <\\\n<EOF\npython3 evil\nEOF\npython3 -m x"],
    ["an open quote", "python3 -m 'x"],
    ["an open double quote", 'python3 -m "x'],
    ["an operator without a command", "python3 -m x &&"],
    ["an empty statement", "python3 -m x ;;"],
    ["nothing", " \n# nothing\n"],
  ])("refuses %s", (_, script) => {
    expect(lastCommand(script)).toBeUndefined();
  });

  it("is linear: a script of 10 kB takes less than 5 ms", () => {
    const flags = Array.from({ length: 300 }, (_, i) => `--flag-${i} '{"value": ${i}}' \\\n `);
    const script = `set -e\ncd /x && exec python3 -m dynamo.vllm ${flags.join(" ")} "$MODEL"`;
    expect(script.length).toBeGreaterThan(9_000);
    const run = () => {
      const start = performance.now();
      expect(lastCommand(script)?.words).toHaveLength(605);
      return performance.now() - start;
    };
    run();
    expect(Math.min(run(), run(), run())).toBeLessThan(5);
  });
});

const shells = ["/bin/sh", "/bin/bash"].filter((shell) => existsSync(shell));

describe.skipIf(shells.length === 0)("lastCommand beside real shells", () => {
  const folder = mkdtempSync(join(tmpdir(), "shell-test-"));
  const bin = join(folder, "bin");
  mkdirSync(bin);
  writeFileSync(join(bin, "python3"), `#!/bin/sh\nprintf '%s\\0' "$@"\nprintf '\\n'\n`);
  chmodSync(join(bin, "python3"), 0o755);
  const cwd = join(folder, "cwd");
  afterAll(() => rmSync(folder, { recursive: true }));

  function run(shell: string, script: string): { readonly out: string; readonly status: number } {
    rmSync(cwd, { recursive: true, force: true });
    mkdirSync(cwd);
    const PATH = `${bin}:/usr/bin:/bin`;
    const result = spawnSync(shell, ["-c", script], { cwd, env: { ...env, PATH }, timeout: 5_000 });
    return { out: result.stdout.toString(), status: result.status ?? -1 };
  }

  /** The script with the last command written anew; it has to do the same. */
  function rewritten(last: NonNullable<ReturnType<typeof lastCommand>>): string {
    const words = last.words.map((word) =>
      word
        .map((part) => {
          if (part.kind === "text") return shellWord(part.text);
          return part.quoted ? `"\${${part.name}}"` : `\${${part.name}}`;
        })
        .join(""),
    );
    const [first] = words;
    return `${last.setup}${first === "exec" ? "" : "exec "}${words.join(" ")}`;
  }

  const plain = fc.string({
    unit: fc.constantFrom(..."ab 'x\"\\$`*?[{~#;&|()<>!=,\n\t\r-"),
    maxLength: 8,
  });
  const written = plain
    .filter((word) => !word.includes("$("))
    .chain((word) =>
      fc.constantFrom(
        shellWord(word),
        `'${word.replaceAll("'", `'"'"'`)}'`,
        `"${word.replace(/[$`"\\]/g, "\\$&")}"`,
        `"\\\n${word.replace(/[$`"\\]/g, "\\$&")}"`,
        word === "" ? "''" : word.replace(/[^\n]/g, "\\$&").replaceAll("\n", "'\n'"),
        `a\\\n${shellWord(word)}`,
      ),
    );
  const variable = fc.constantFrom(
    "$ONE",
    "${ONE}",
    '"$ONE"',
    '"${TWO}"',
    '"a${TWO}b$EMPTY"',
    "--x=$ONE",
  );
  const blank = fc.constantFrom(" ", "  ", "\t", " \\\n  ", "\\\n ");
  const setup = fc.constantFrom(
    "",
    "set -e\n",
    "cd . && exec ",
    "ulimit -n 64; exec ",
    "# it's a comment\n",
    'if [ -n "$ONE" ]; then : "cost$" > /dev/null 2>&1; fi\n',
    "for i in 1 2; do if true; then :; fi; done\n",
    "x=$(printf 'a;b') && y=`printf c`\n",
    "false || exec ",
    "export A=1 B='2 3'\n\nexec ",
    "A=1 ",
  );
  const tail = fc.constantFrom("", "\n", " ;", ";\n", " # it's the end", "\n# end\n\n", " \\\n");

  it.each(shells)(
    "passes the same words as %s",
    (shell) => {
      const word = fc.oneof({ weight: 4, arbitrary: written }, { weight: 1, arbitrary: variable });
      const args = fc.array(fc.tuple(blank, word), { maxLength: 6 });
      fc.assert(
        fc.property(setup, args, tail, (before, rest, after) => {
          const script = `${before}python3${rest.flat().join("")}${after}`;
          const last = lastCommand(script);
          if (last === undefined) throw new Error("not read");
          const words = evaluate(last.words).filter((w) => w !== "exec" && w !== "A=1");
          const out = `${words.slice(1).join("\0")}\0\n`;
          expect(run(shell, script)).toEqual({ out, status: 0 });
        }),
        { numRuns: 60 },
      );
    },
    60_000,
  );

  it.each(shells)(
    "never changes what an arbitrary script does in %s",
    (shell) => {
      const pieces = [
        "python3",
        "python3 ",
        "a",
        " ",
        " ",
        "\n",
        "'b c'",
        '"d$ONE"',
        "$ONE",
        '"$TWO"',
        "${ONE}",
        "\\\n",
        ";",
        "&&",
        "||",
        "|",
        "&",
        "#c",
        "(",
        ")",
        "{",
        "}",
        "if",
        " then ",
        "fi",
        "else",
        "< /dev/null",
        "> /dev/null",
        "2>&1",
        "`x`",
        "$(true)",
        "*",
        "~",
        "'",
        '"',
        "\\",
        "$",
        "!",
        "true",
        "false",
        "exec ",
        "A=1 ",
        "[ a ]",
      ];
      const script = fc
        .array(fc.constantFrom(...pieces), { maxLength: 14 })
        .map((all) => all.join(""));
      let read = 0;
      fc.assert(
        fc.property(script, (before) => {
          const last = lastCommand(before);
          const named = last?.words.some(
            (w) => w.length === 1 && w[0]?.kind === "text" && w[0].text === "python3",
          );
          if (last === undefined || named !== true) return;
          // Background jobs write when they like.
          if (/(^|[^&>])&([^&>]|$)|\\&/.test(before)) return;
          // Kubernetes fills in $(NAME), also where the shell reads it as text.
          if (evaluate(last.words).some((w) => w.includes("$("))) return;
          // Assignments in front of a command go to `env` in launch.ts.
          if (evaluate(last.words).some((w) => /^\w+=/.test(w))) return;
          const first = run(shell, before);
          // What is no valid script, or names no program, starts nothing.
          if (first.status > 1) return;
          read += 1;
          expect(run(shell, rewritten(last))).toEqual(first);
        }),
        { numRuns: 5_000 },
      );
      expect(read).toBeGreaterThan(5);
    },
    120_000,
  );
});
