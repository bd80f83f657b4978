// SPDX-License-Identifier: Apache-2.0
/** @module The outside of a command: standard streams, and nothing else of the process. */

/** What a command reads from and writes to; a test passes its own. */
export interface Terminal {
  /** Writes to standard output. */
  out(text: string): void;
  /** Writes to standard error. */
  err(text: string): void;
  /** All of standard input. */
  stdin(): Promise<string>;
  /** Whether standard output takes colours. */
  readonly color: boolean;
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  // `dynamo-iac check . | head` closes the pipe early; that is no failure of ours.
  for (const stream of [process.stdout, process.stderr])
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
      process.exit();
    });
  const noColor = process.env.NO_COLOR ?? "";
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    stdin: readStdin,
    color: process.stdout.isTTY === true && noColor === "",
  };
}

async function readStdin(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString("utf8");
}
