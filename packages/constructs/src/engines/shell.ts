// SPDX-License-Identifier: Apache-2.0
/**
 * @module Enough of the POSIX shell to find the one command that a start script ends in.
 *
 * Its own reader, because the readers on the registry drop source positions and do not tell a
 * literal from an expansion; both are needed to give the words before the command back unchanged.
 * What dash and bash read differently, it does not read.
 */

/** A piece of a word: text, or a variable that the shell or Kubernetes fills in. */
export type WordPart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "variable"; readonly name: string; readonly quoted: boolean };

/** The last command of a script, and what stands before it. */
export interface LastCommand {
  /** Everything before the command, exactly as written. Empty when the script is one command. */
  readonly setup: string;
  readonly words: readonly (readonly WordPart[])[];
}

/**
 * Reads the command that a script ends in. Undefined when that is not one simple command: a pipe,
 * a redirection, a background job, a block, or a word with a glob or a command substitution; also
 * undefined for a script with a here-document or parentheses, which this reader does not follow.
 */
export function lastCommand(script: string): LastCommand | undefined {
  const reader = new Reader(script);
  let last: Statement | undefined;
  let before: Separator | "" = "";
  let depth = 0;
  let end: Separator | "";
  do {
    const statement = reader.statement();
    if (statement === undefined) return undefined;
    end = statement.end;
    if (statement.words.length > 0) {
      before = last?.end ?? "";
      last = statement;
      depth += blocks(script, statement.words);
    } else if (end !== "\n" && end !== "") {
      return undefined;
    }
  } while (end !== "");
  if (last === undefined || depth !== 0 || before === "|" || last.redirected) return undefined;
  if (last.end !== "" && last.end !== "\n" && last.end !== ";") return undefined;
  const [first] = last.words;
  if (first === undefined || keywords.has(script.slice(first.start, first.end))) return undefined;
  if (last.words.some((word) => word.opaque)) return undefined;
  const setup = script.slice(0, first.start);
  return {
    setup: setup.trim() === "" ? "" : setup,
    words: last.words.map((word) => word.parts),
  };
}

const opening: ReadonlySet<string> = new Set(["if", "while", "until", "{"]);
const openingWithWords: ReadonlySet<string> = new Set(["for", "case", "function", "select"]);
const closing: ReadonlySet<string> = new Set(["fi", "done", "esac", "}"]);
const between: ReadonlySet<string> = new Set(["then", "do", "else", "elif", "!"]);
const keywords: ReadonlySet<string> = new Set([
  ...opening,
  ...openingWithWords,
  ...closing,
  ...between,
]);

/** How many blocks a statement opens, less those that it closes. */
function blocks(script: string, words: readonly Word[]): number {
  let depth = 0;
  for (const word of words) {
    const keyword = script.slice(word.start, word.end);
    if (openingWithWords.has(keyword)) return depth + 1;
    if (closing.has(keyword)) return depth - 1;
    if (opening.has(keyword)) depth += 1;
    else if (!between.has(keyword)) return depth;
  }
  return depth;
}

interface Word {
  readonly start: number;
  readonly end: number;
  readonly parts: readonly WordPart[];
  /** True when the word holds something other than text and plain variables. */
  readonly opaque: boolean;
}

type Separator = "\n" | ";" | "&" | "|" | "&&" | "||";

interface Statement {
  readonly words: readonly Word[];
  readonly redirected: boolean;
  /** What stands behind it; empty at the end of the script. */
  readonly end: Separator | "";
}

class Reader {
  readonly #script: string;
  #at = 0;

  constructor(script: string) {
    this.#script = script;
  }

  /** The next statement; undefined when the script cannot be read on. */
  statement(): Statement | undefined {
    const words: Word[] = [];
    let redirected = false;
    while (true) {
      this.#take(/(?:[ \t]|\\\n)+/y);
      if ((words.length === 0 && !redirected) || this.#blankBefore()) this.#take(/#[^\n]*/y);
      if (this.#at >= this.#script.length) return { words, redirected, end: "" };
      if (this.#take(/[<>]|&>/y) !== undefined) {
        // "<<" begins a here-document, whose lines are not commands.
        if (this.#script[this.#at - 1] === "<" && this.#take(/</y) !== undefined) return undefined;
        this.#take(/[<>&|]+/y);
        if (this.#cut(/\\\n/y)) return undefined;
        redirected = true;
        continue;
      }
      const end = this.#take(/\n|;|&&?|\|\|?/y);
      if (end !== undefined) return { words, redirected, end: end as Separator };
      const word = this.#word();
      if (word === undefined) return undefined;
      words.push(word);
    }
  }

  /** Moves over what the sticky pattern matches here. */
  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const [match] = pattern.exec(this.#script) ?? [];
    if (match === undefined || match === "") return undefined;
    this.#at += match.length;
    return match;
  }

  /** Whether a line that goes on cuts something in two: the shell joins lines before it reads. */
  #cut(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    return pattern.test(this.#script);
  }

  #blankBefore(): boolean {
    return /[ \t\n]/.test(this.#script[this.#at - 1] ?? "\n");
  }

  #word(): Word | undefined {
    const start = this.#at;
    const word = new WordBuilder();
    while (true) {
      word.text += this.#take(/[^ \t\n;&|()<>'"\\$`*?[{~]+/y) ?? "";
      const char = this.#script[this.#at] ?? "";
      if (char === "(" || char === ")") return undefined;
      if (char === "" || /[ \t\n;&|<>]/.test(char)) break;
      if (char === "'") {
        const close = this.#script.indexOf("'", this.#at + 1);
        if (close === -1) return undefined;
        word.text += this.#script.slice(this.#at + 1, close);
        this.#at = close + 1;
      } else if (char === '"') {
        if (!this.#doubleQuoted(word)) return undefined;
      } else if (char === "\\") {
        const escaped = this.#script[this.#at + 1] ?? "\\";
        if (escaped !== "\n") word.text += escaped;
        this.#at += 2;
      } else if (char === "$" || char === "`") {
        if (!this.#expansion(word, false)) return undefined;
      } else {
        // Globs, braces and a tilde at the start of a path are for the shell to expand.
        if (char !== "~" || /^$|[=:]$/.test(word.text)) word.opaque = true;
        word.text += char;
        this.#at += 1;
      }
    }
    this.#at = Math.min(this.#at, this.#script.length);
    return { start, end: this.#at, parts: word.parts(), opaque: word.opaque };
  }

  #doubleQuoted(word: WordBuilder): boolean {
    this.#at += 1;
    while (this.#at < this.#script.length) {
      word.text += this.#take(/[^"\\$`]+/y) ?? "";
      const char = this.#script[this.#at];
      if (char === '"') {
        this.#at += 1;
        return true;
      }
      if (char === "\\") {
        const escaped = this.#script[this.#at + 1] ?? "";
        if (escaped !== "\n") word.text += /[$`"\\]/.test(escaped) ? escaped : `\\${escaped}`;
        this.#at += 2;
      } else if (char !== undefined && !this.#expansion(word, true)) {
        return false;
      }
    }
    return false;
  }

  /** `$NAME`, `${NAME}` and Kubernetes' own `$(NAME)` are variables; other expansions are opaque. */
  #expansion(word: WordBuilder, quoted: boolean): boolean {
    const variable = this.#take(/\$(?:[A-Za-z_]\w*|\{[A-Za-z_]\w*\}|\([A-Z][A-Z0-9_]*\))/y);
    if (variable !== undefined) {
      if (/\w$/.test(variable) && this.#cut(/(?:\\\n)+\w/y)) return false;
      word.variable(variable.replace(/\W/g, ""), quoted);
      return true;
    }
    // Before a quote, bash reads "$" as a part of the quote.
    if (!quoted && /^\$['"]/.test(this.#script.slice(this.#at, this.#at + 2))) return false;
    if (this.#take(/\$(?![\w({[@*#?!$-])/y) !== undefined) {
      if (this.#cut(/\\\n/y)) return false;
      word.text += "$";
      return true;
    }
    word.opaque = true;
    const end = endOfExpansion(this.#script, this.#at, quoted);
    if (end === undefined) return false;
    this.#at = end;
    return true;
  }
}

/** Collects the parts of one word; neighbouring texts become one. */
class WordBuilder {
  readonly #parts: WordPart[] = [];
  text = "";
  opaque = false;

  variable(name: string, quoted: boolean): void {
    this.#flush();
    this.#parts.push({ kind: "variable", name, quoted });
  }

  parts(): readonly WordPart[] {
    this.#flush();
    return this.#parts.length === 0 ? [{ kind: "text", text: "" }] : this.#parts;
  }

  #flush(): void {
    if (this.text !== "") this.#parts.push({ kind: "text", text: this.text });
    this.text = "";
  }
}

/** Where an expansion that starts at `start` ends; quotes inside it are respected. */
function endOfExpansion(script: string, start: number, quoted: boolean): number | undefined {
  const open = script[start] === "`" ? "`" : script[start + 1];
  if (open !== "`" && open !== "(" && open !== "{") return start + 2;
  const close = open === "(" ? ")" : open === "{" ? "}" : "`";
  // Inside double quotes an apostrophe in ${...} is a letter like any other.
  const quotes = quoted && open === "{" ? '"' : "'\"";
  let depth = open === "`" ? 1 : 0;
  let quote = "";
  for (let at = start + 1; at < script.length; at += 1) {
    const char = script[at] ?? "";
    if (char === "\\" && quote !== "'") at += 1;
    else if (quote !== "") quote = char === quote ? "" : quote;
    else if (open !== "`" && quotes.includes(char)) quote = char;
    else if (char === close) depth -= 1;
    else if (char === open) depth += 1;
    if (depth === 0) return at + 1;
  }
  return undefined;
}

/**
 * Writes a word for the shell. `$(NAME)` references become `"${NAME}"`, everything else is quoted
 * where it needs to be; `$$(NAME)`, which Kubernetes does not fill in, stays as it is.
 */
export function shellWord(word: string): string {
  if (word === "") return "''";
  return word
    .split(/((?<!\$)(?:\$\$)*\$\([A-Za-z_]\w*\))/)
    .map((piece, at) => {
      if (at % 2 === 0) return quotedText(piece);
      const name = piece.lastIndexOf("$(");
      return `${quotedText(piece.slice(0, name))}"\${${piece.slice(name + 2, -1)}}"`;
    })
    .join("");
}

function quotedText(text: string): string {
  return /^[\w@%+=:,./-]*$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
