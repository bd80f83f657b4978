// SPDX-License-Identifier: Apache-2.0
/** @module Runs the command line in this process and keeps what it prints. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../packages/cli/src/program.js";

/** What a command left behind. */
export interface CliResult {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs one command line. */
export async function dynamoIac(
  args: readonly string[],
  options: { readonly stdin?: string; readonly color?: boolean } = {},
): Promise<CliResult> {
  let out = "";
  let err = "";
  const code = await run(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    stdin: async () => options.stdin ?? "",
    color: options.color ?? false,
  });
  return { code, out, err };
}

/** A new folder with these files; gives its path. */
export function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "dynamo-iac-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** A graph without faults. */
export const goodGraph = `apiVersion: nvidia.com/v1beta1
kind: DynamoGraphDeployment
metadata:
  name: qwen
spec:
  backendFramework: vllm
  components:
    - name: Frontend
      type: frontend
      replicas: 1
      podTemplate:
        spec:
          containers:
            - name: main
              image: nvcr.io/nvidia/ai-dynamo/dynamo-frontend:1.4.0
    - name: worker
      type: worker
      replicas: 1
      podTemplate:
        spec:
          containers:
            - name: main
              image: nvcr.io/nvidia/ai-dynamo/vllm-runtime:1.4.0
              command: [python3, -m, dynamo.vllm]
              args: [--model, Qwen/Qwen3-0.6B]
              resources:
                limits:
                  nvidia.com/gpu: "1"
`;

/** The same graph with a misspelt field on line 18 and a negative count on line 10. */
export const badGraph = goodGraph
  .replace("replicas: 1", "replicas: -1")
  .replace("    - name: worker\n      type: worker\n", "    - name: worker\n      typ: worker\n");
