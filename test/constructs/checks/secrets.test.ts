// SPDX-License-Identifier: Apache-2.0
import { checkObjects } from "@dynamo-iac/constructs/checks";
import { formatFinding, formatPath } from "@dynamo-iac/constructs/facts";
import { describe, expect, it } from "vitest";
import { aggregated, main } from "./graphs.js";

// Built from parts, so that no scanner takes the tests for a leak.
const letters = "AbCdEfGhIjKlMnOpQrStUvWxYz0123456789";
const credentials: readonly (readonly [string, string])[] = [
  ["a Hugging Face token", `hf_${letters.slice(0, 34)}`],
  ["an NVIDIA API key", `nvapi-${letters}`],
  ["an AWS access key", `AKIA${"ABCDEFGHIJKLMNOP"}`],
  ["a GitHub token", `ghp_${letters}`],
  ["an API key", `sk-${letters}`],
  ["a Google API key", `AIza${letters}`],
  ["a private key", `-----BEGIN RSA ${"PRIVATE"} KEY-----\nMIIE`],
  ["a signed token (JWT)", `eyJ${letters}.eyJ${letters}.${letters}`],
];

describe("credentials", () => {
  it.each(credentials)("%s is found, and never repeated", (kind, value) => {
    const graph = aggregated();
    main(graph, "worker").env.push({ name: "SOMETHING", value });
    const [found, ...others] = checkObjects([graph]);
    expect(others).toEqual([]);
    expect(found?.message).toContain(kind);
    expect(found === undefined ? "" : formatFinding(found)).not.toContain(value.slice(0, 16));
  });

  it.each([
    "DB_PASSWORD",
    "SECRET",
    "APP_API_KEY",
    "apiKey",
    "AWS_SECRET_ACCESS_KEY",
    "NATS_AUTH_NKEY",
  ])("%s is taken for a secret by its name", (name) => {
    const graph = aggregated();
    main(graph, "worker").env.push({ name, value: "open sesame" });
    const [found] = checkObjects([graph]);
    expect(found?.code).toBe("DYN-SECRET-002");
    expect(JSON.stringify(found)).not.toContain("open sesame");
  });

  it("are found in sidecars, in init containers and in scripts", () => {
    const graph = aggregated();
    const [, token = ""] = credentials[0] ?? [];
    const { spec } = graph.spec.components[1]?.podTemplate ?? { spec: undefined };
    spec?.containers.push({
      name: "sidecar",
      image: "registry.example/sidecar:1.0.0",
      args: [`curl -H 'Authorization: Bearer ${token}' http://example`],
      env: [],
      resources: {},
    });
    if (spec !== undefined) {
      spec.initContainers = [
        { name: "init", image: "registry.example/init:1.0.0", env: [{ name: "T", value: token }] },
      ];
    }
    expect(checkObjects([graph]).map(({ path }) => formatPath(path))).toEqual([
      "spec.components[1].podTemplate.spec.containers[1].args[0]",
      "spec.components[1].podTemplate.spec.initContainers[0].env[0].value",
    ]);
  });

  it("are found in the pods of other kinds and in ConfigMaps", () => {
    const [, token = ""] = credentials[0] ?? [];
    const pod = { containers: [{ name: "main", env: [{ name: "HF_TOKEN", value: token }] }] };
    const found = checkObjects([
      {
        apiVersion: "batch/v1",
        kind: "Job",
        metadata: { name: "download" },
        spec: { template: { spec: pod } },
      },
      {
        apiVersion: "v1",
        kind: "ConfigMap",
        metadata: { name: "settings" },
        data: { "app.env": `T=${token}` },
      },
    ]);
    expect(found.map(({ code, path }) => [code, formatPath(path)])).toEqual([
      ["DYN-SECRET-001", "spec.template.spec.containers[0].env[0].value"],
      ["DYN-SECRET-001", 'data["app.env"]'],
    ]);
  });
});
