// SPDX-License-Identifier: Apache-2.0
/** @module Secrets are marked wherever they stand; what is none is left as it is. */
import { createMasks } from "@dynamo-iac/constructs/checks";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const secret = "s3cr3t-value-that-nobody-sees";
const hidden = (value: unknown) => JSON.stringify(createMasks().mask(value));

const holders: Readonly<Record<string, unknown>> = {
  "data of a Secret": { kind: "Secret", data: { anything: secret } },
  "stringData of a Secret": { kind: "Secret", stringData: { user: secret } },
  "a Secret in a list": { items: [{ kind: "Secret", data: { anything: secret } }] },
  "a variable by its name": { env: [{ name: "HF_TOKEN", value: secret }] },
  "a password in values": { values: { grafana: { adminPassword: secret } } },
  "an API key": { apiKey: secret },
  "a flag and its value": { args: ["--model", "x", "--api-key", secret] },
  "a flag with an equals sign": { args: [`--hf-token=${secret}`] },
  "a script": { args: [`export HF_TOKEN=${secret}\nexec python3 -m dynamo.vllm`] },
  "a flag in a script": { args: [`python3 -m dynamo.vllm --api-key ${secret} --model x`] },
  "JSON in a flag": { args: ["--config", `{"password": "${secret}"}`] },
  "YAML in a ConfigMap": {
    kind: "ConfigMap",
    data: { "app.yaml": `user: a\npassword: ${secret}\n` },
  },
  "an address": { url: `postgres://user:${secret}@db:5432/x` },
};

describe("masks", () => {
  it.each(Object.entries(holders))("hide %s", (_, value) => {
    expect(hidden(value)).not.toContain(secret);
    expect(hidden(value)).toContain("[secret 1]");
  });

  it.each([
    ["a Hugging Face token", "hf_abcdefghijklmnopqrstuvwxyz0123"],
    ["an AWS key", "AKIAABCDEFGHIJKLMNOP"],
    [
      "a private key",
      "-----BEGIN RSA PRIVATE KEY-----\nMIIEow\nabc\n-----END RSA PRIVATE KEY-----",
    ],
    ["a signed token", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3.SflKxwRJSMeKKF2QT4"],
  ])("hide %s wherever it stands", (_, credential) => {
    const text = hidden({ note: `before ${credential} after` });
    expect(text).toBe('{"note":"before [secret 1] after"}');
  });

  it.each([
    { env: [{ name: "HF_TOKEN", valueFrom: { secretKeyRef: { name: "hf", key: "HF_TOKEN" } } }] },
    { volumes: [{ name: "x", secret: { secretName: "hf-token-secret" } }] },
    { spec: { data: [{ secretKey: "HF_TOKEN", remoteRef: { key: "prod/hf" } }] } },
    { args: ["--max-tokens", "32", "--tokenizer", "x", "--router-mode", "kv"] },
    {
      env: [
        { name: "MAX_TOKENS", value: "32" },
        { name: "HF_HOME", value: "/model-cache" },
      ],
    },
    { image: "nvcr.io/nvidia/ai-dynamo/vllm-runtime:1.4.0-efa" },
    { automountServiceAccountToken: false, existingSecret: "hf", tlsSecret: "certificate" },
    { args: ["--kv-transfer-config", '{"kv_connector":"NixlConnector","kv_role":"kv_both"}'] },
    {
      env: [
        { name: "HF_TOKEN", value: "$(TOKEN)" },
        { name: "API_KEY", value: "" },
      ],
    },
  ])("leave %j alone", (value) => {
    expect(createMasks().mask(value)).toEqual(value);
  });

  it("mark equal secrets alike and others differently, over several objects", () => {
    const { mask } = createMasks();
    const of = (value: string) => mask({ kind: "Secret", data: { a: value } });
    expect(of("one")).toEqual(of("one"));
    expect(of("one")).not.toEqual(of("two"));
  });

  it("mark nothing twice", () => {
    const { mask } = createMasks();
    const once = mask(holders);
    expect(mask(once)).toEqual(once);
  });

  it("clean texts of what they have met", () => {
    const masks = createMasks();
    masks.mask({ kind: "Secret", data: { a: secret } });
    expect(masks.clean(`got "${secret}"`)).toBe('got "[secret 1]"');
  });

  it("leave no secret of a Secret in any JSON", () => {
    const value = fc
      .string({ minLength: 12, maxLength: 40 })
      .filter((text) => text.trim().length >= 12 && !text.includes("[secret"));
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1 }), value, { minKeys: 1 }), (data) => {
        const text = hidden({ kind: "Secret", data });
        const kept = hidden({
          kind: "Secret",
          data: Object.fromEntries(Object.keys(data).map((key) => [key, ""])),
        });
        for (const one of Object.values(data))
          if (!kept.includes(JSON.stringify(one).slice(1, -1)))
            expect(text).not.toContain(JSON.stringify(one).slice(1, -1));
      }),
    );
  });
});
