// SPDX-License-Identifier: Apache-2.0
/** @module Whatever a manifest says survives Compose's interpolation, in every place of the file. */
import { toCompose } from "@dynamo-iac/constructs/targets";
import fc from "fast-check";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { interpolate, interpolateAll } from "../../support/compose-interpolation.js";
import { arbitraryGraph } from "../../support/graphs.js";
import { forOneMachine } from "../../support/one-machine.js";
import { component, graph } from "./graph.js";

/** Text with everything that an interpolation could trip over. */
const tricky = fc
  .array(
    fc.oneof(
      // The braces come in pairs often enough.
      fc.constantFrom(
        "$",
        "$$",
        "${",
        "}",
        "A",
        "$A",
        "{A}",
        ":-b",
        "$(",
        ")",
        ":?",
        "\n",
        "'",
        '"',
        "#",
      ),
      fc.string({ maxLength: 4 }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(""))
  // Kubernetes has a meaning for these of its own, which other tests look at.
  .filter((text) => !/\$\$|\$\(/.test(text));

const variables = new Map([["A", "filled in"]]);

describe("interpolation", () => {
  it("gives back the text of commands, variables and files", () => {
    fc.assert(
      fc.property(tricky, tricky, tricky, (word, value, content) => {
        const main = {
          command: ["run", word],
          env: [{ name: "V", value }],
          workingDir: `/${word}`,
          volumeMounts: [{ name: "c", mountPath: "/c" }],
          readinessProbe: { exec: { command: [word] } },
        };
        const pod = { volumes: [{ name: "c", configMap: { name: "m" } }] };
        const objects = [{ kind: "ConfigMap", metadata: { name: "m" }, data: { k: content } }];
        const { file } = toCompose(graph([component("F", "frontend", main, pod)]), { objects });
        const read = interpolateAll(file, variables);
        const service = read?.services["f-0"];
        expect(service?.entrypoint).toEqual(["run", word]);
        expect(service?.environment?.V).toBe(value);
        expect(service?.working_dir).toBe(`/${word}`);
        expect(service?.healthcheck?.test).toEqual(["CMD", word]);
        expect(read?.configs?.m_k?.content).toBe(content);
      }),
    );
  });

  it("fills in nothing but the variables that the heading lists", () => {
    const env = [
      { name: "TOKEN", valueFrom: { secretKeyRef: { name: "s", key: "KEY" } } },
      { name: "TEXT", value: "a $(TOKEN) costs $5" },
    ];
    const { file } = toCompose(graph([component("F", "frontend", { env })]));
    const text = file?.services["f-0"]?.environment?.TEXT ?? "";
    expect(interpolate(text, new Map([["KEY", "$x"]]))).toBe("a $x costs $5");
    expect(() => interpolate(text, new Map())).toThrow("required variable KEY is missing a value");
  });
});

describe("any graph", () => {
  it("is rendered as YAML that says the same, once a cluster's features are gone", () => {
    let rendered = 0;
    fc.assert(
      fc.property(arbitraryGraph().map(forOneMachine), (any) => {
        const { file, yaml, findings } = toCompose(any);
        expect(yaml === undefined).toBe(findings.some(({ severity }) => severity === "error"));
        if (yaml === undefined) return;
        expect(load(yaml)).toEqual(file);
        rendered += 1;
      }),
      { numRuns: 60 },
    );
    expect(rendered).toBeGreaterThan(40);
  });

  it("is never a reason to throw", () => {
    fc.assert(
      fc.property(arbitraryGraph(), (any) => {
        const { yaml, findings } = toCompose(any);
        expect(yaml === undefined).toBe(findings.some(({ severity }) => severity === "error"));
      }),
    );
  });
});
