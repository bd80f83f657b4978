// SPDX-License-Identifier: Apache-2.0
/** @module Environment of a service: references, ConfigMaps, Secrets, and the downward API. */
import type { Container } from "@dynamo-iac/constructs/api";
import type { NeighbourObject } from "@dynamo-iac/constructs/targets";
import { describe, expect, it } from "vitest";
import { codesOf, component, composed, frontend } from "./graph.js";

const workers = (main: Partial<Container>) => [frontend, component("W", "worker", main)];
const service = (main: Partial<Container>, objects: readonly NeighbourObject[] = []) =>
  composed(workers(main), { objects }).service("w-0");

describe("references", () => {
  it("are filled in from variables before them, as Kubernetes does", () => {
    const env = [
      { name: "A", value: "1" },
      { name: "B", value: "$(A)-$(C)-$$(A)" },
      { name: "C", value: "3" },
    ];
    const { environment, command } = service({
      command: ["run", "--b=$(B)", "$(MISSING)"],
      args: ["$(POD_NAME)"],
      env,
    });
    // $(C) comes later and $$(A) is escaped, so Kubernetes leaves both as they are.
    expect(environment).toMatchObject({ B: "1-$$(C)-$$(A)" });
    expect(command).toEqual(["w-0"]);
    expect(service({ command: ["run", "--b=$(B)", "$(MISSING)"], env }).entrypoint).toEqual([
      "run",
      "--b=1-$$(C)-$$(A)",
      "$$(MISSING)",
    ]);
  });

  it("to a secret carry the variable of Compose on", () => {
    const { environment, entrypoint } = service({
      command: ["run", "--token=$(TOKEN)"],
      env: [
        { name: "TOKEN", valueFrom: { secretKeyRef: { name: "hf", key: "HF_TOKEN" } } },
        { name: "URL", value: "https://$(TOKEN)@host" },
      ],
    });
    expect(environment?.URL).toBe("https://${HF_TOKEN:-}@host");
    expect(entrypoint).toEqual(["run", "--token=${HF_TOKEN:-}"]);
  });
});

describe("secrets", () => {
  it("are read from a variable named like the key, and never from the object", () => {
    const secret = {
      kind: "Secret",
      metadata: { name: "db" },
      stringData: { PASSWORD: "hunter2" },
    };
    const { yaml, service: of } = composed(
      workers({ envFrom: [{ secretRef: { name: "db" }, prefix: "DB_" }] }),
      { objects: [secret] },
    );
    expect(of("w-0").environment?.DB_PASSWORD).toBe("${PASSWORD:?is key PASSWORD of Secret db}");
    expect(yaml).not.toContain("hunter2");
    expect(yaml).toContain("#   PASSWORD: key PASSWORD of Secret db\n");
  });

  it("may stay empty when they are optional or a Hugging Face token", () => {
    const { yaml, service: of } = composed(
      workers({
        envFrom: [{ secretRef: { name: "hf-token-secret" } }],
        env: [
          { name: "K", valueFrom: { secretKeyRef: { name: "s", key: "KEY", optional: true } } },
        ],
      }),
    );
    expect(of("w-0").environment).toMatchObject({ HF_TOKEN: "${HF_TOKEN:-}", K: "${KEY:-}" });
    expect(yaml).toContain(
      "#   HF_TOKEN (may stay empty): key HF_TOKEN of Secret hf-token-secret\n",
    );
  });

  it("with one key name get variables that tell them apart", () => {
    const reference = (name: string) => ({ valueFrom: { secretKeyRef: { name, key: "TOKEN" } } });
    const { environment } = service({
      env: [
        { name: "A", ...reference("one") },
        { name: "B", ...reference("2-two") },
        { name: "C", valueFrom: { secretKeyRef: { name: "three", key: "api.key" } } },
      ],
    });
    expect(environment?.A).toMatch(/^\$\{ONE_TOKEN:\?/);
    expect(environment?.B).toMatch(/^\$\{_2_TWO_TOKEN:\?/);
    expect(environment?.C).toMatch(/^\$\{THREE_API_KEY:\?/);
  });

  it("with unknown keys come from a file beside the Compose file", () => {
    const main = { envFrom: [{ secretRef: { name: "aws" } }] };
    expect(service(main).env_file).toEqual([{ path: "aws.env", required: false }]);
    expect(codesOf(workers(main))).toEqual(["DYN-CMP-024"]);
  });
});

describe("ConfigMaps", () => {
  const config = {
    kind: "ConfigMap",
    metadata: { name: "settings" },
    data: { LEVEL: "a$b", X: "1" },
  };

  it("become variables, whole or by key", () => {
    const { environment } = service(
      {
        envFrom: [{ configMapRef: { name: "settings" } }],
        env: [
          { name: "OWN", valueFrom: { configMapKeyRef: { name: "settings", key: "LEVEL" } } },
          { name: "X", value: "2" },
        ],
      },
      [config],
    );
    expect(environment).toMatchObject({ LEVEL: "a$$b", OWN: "a$$b", X: "2" });
  });

  it("that are missing are errors, unless they are optional", () => {
    expect(codesOf(workers({ envFrom: [{ configMapRef: { name: "no" } }] }))).toEqual([
      "DYN-CMP-009",
    ]);
    const optional = { configMapKeyRef: { name: "no", key: "k", optional: true } };
    expect(codesOf(workers({ env: [{ name: "A", valueFrom: optional }] }))).toEqual([]);
  });
});

describe("fields of the pod", () => {
  const field = (fieldPath: string) => [{ name: "F", valueFrom: { fieldRef: { fieldPath } } }];

  it.each([
    ["metadata.name", "w-0"],
    ["metadata.namespace", "prod"],
    ["metadata.uid", "w-0"],
    ["spec.nodeName", "localhost"],
  ])("%s is %s", (path, value) => {
    expect(service({ env: field(path) }).environment?.F).toBe(value);
  });

  it("that are labels and annotations come from the template", () => {
    const own = component("W", "worker", { env: field("metadata.labels['tier']") });
    const { spec } = own.podTemplate ?? {};
    const labelled = { ...own, podTemplate: { metadata: { labels: { tier: "gold" } }, spec } };
    expect(composed([frontend, labelled]).service("w-0").environment?.F).toBe("gold");
  });

  it("that only a cluster knows are left out with a warning", () => {
    expect(service({ env: field("status.podIP") }).environment).not.toHaveProperty("F");
    expect(codesOf(workers({ env: field("status.podIP") }))).toEqual(["DYN-CMP-017"]);
  });
});
