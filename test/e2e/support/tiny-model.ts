// SPDX-License-Identifier: Apache-2.0
/** @module A model without weights: the tokenizer and configuration that a mocker reads. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Tokens of the model. The mocker answers with tokens between 1000 and 2000. */
const vocabularySize = 4096;

/** Writes the model's files into a folder: a token for every byte, and words to answer with. */
export function writeTinyModel(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, content: unknown) =>
    writeFileSync(join(folder, name), JSON.stringify(content));
  const vocab: Record<string, number> = { "<s>": 0, "</s>": 1 };
  for (const letter of byteLetters()) vocab[letter] = Object.keys(vocab).length;
  for (let id = Object.keys(vocab).length; id < vocabularySize; id += 1) vocab[`word${id}`] = id;
  const byteLevel = {
    type: "ByteLevel",
    add_prefix_space: false,
    trim_offsets: true,
    use_regex: true,
  };
  write("tokenizer.json", {
    version: "1.0",
    truncation: null,
    padding: null,
    added_tokens: [special(0, "<s>"), special(1, "</s>")],
    normalizer: null,
    pre_tokenizer: byteLevel,
    post_processor: null,
    decoder: byteLevel,
    model: {
      type: "BPE",
      dropout: null,
      unk_token: null,
      continuing_subword_prefix: null,
      end_of_word_suffix: null,
      fuse_unk: false,
      byte_fallback: false,
      ignore_merges: false,
      vocab,
      merges: [],
    },
  });
  write("tokenizer_config.json", {
    tokenizer_class: "PreTrainedTokenizerFast",
    bos_token: "<s>",
    eos_token: "</s>",
    model_max_length: 4096,
    chat_template:
      "{% for m in messages %}{{ m['role'] }}: {{ m['content'] }}\n{% endfor %}assistant:",
  });
  write("config.json", {
    architectures: ["LlamaForCausalLM"],
    model_type: "llama",
    hidden_size: 64,
    intermediate_size: 128,
    num_attention_heads: 4,
    num_hidden_layers: 2,
    num_key_value_heads: 4,
    max_position_embeddings: 4096,
    vocab_size: vocabularySize,
    bos_token_id: 0,
    eos_token_id: 1,
    torch_dtype: "bfloat16",
  });
  write("generation_config.json", { bos_token_id: 0, eos_token_id: 1 });
}

function special(id: number, content: string) {
  const off = { single_word: false, lstrip: false, rstrip: false, normalized: false };
  return { id, content, special: true, ...off };
}

/** The letters that stand for the 256 bytes: printable ones for themselves, the rest from 256 on. */
function byteLetters(): readonly string[] {
  const printable = (byte: number) =>
    (byte > 32 && byte < 127) || (byte > 160 && byte < 173) || byte > 173;
  let next = 256;
  return Array.from({ length: 256 }, (_, byte) =>
    String.fromCodePoint(printable(byte) ? byte : next++),
  );
}
