// SPDX-License-Identifier: Apache-2.0
import { checkAcross, checkObject, checkObjects } from "@dynamo-iac/constructs/checks";
import { blocking, formatPath, waiverAnnotation } from "@dynamo-iac/constructs/facts";
import { describe, expect, it } from "vitest";
import { aggregated, component, type DraftGraph, main, setFlag } from "./graphs.js";

function waived(annotation: string): DraftGraph {
  const graph = aggregated();
  setFlag(graph, "worker", "--tensor-parallel-size", "1");
  graph.metadata.annotations[waiverAnnotation] = annotation;
  return graph;
}

const waiver = (fields: Readonly<Record<string, unknown>>) => JSON.stringify([fields]);

describe("waivers", () => {
  it("keep the finding and its reason, and block nothing", () => {
    const graph = waived(waiver({ code: "DYN-GPU-002", reason: "a spare GPU for debugging" }));
    const found = checkObjects([graph]);
    expect(found.map(({ code, waived: reason }) => [code, reason])).toEqual([
      ["DYN-GPU-002", "a spare GPU for debugging"],
    ]);
    expect(blocking(found)).toEqual([]);
  });

  it("hold for the path that they name", () => {
    const reason = "somewhere else";
    const here = waived(waiver({ code: "DYN-GPU-002", path: "spec.components[1]", reason }));
    const there = waived(waiver({ code: "DYN-GPU-002", path: "spec.components[2]", reason }));
    expect(blocking(checkObjects([here]))).toHaveLength(0);
    expect(blocking(checkObjects([there]))).toHaveLength(1);
  });

  it("are not applied by the two halves", () => {
    const graph = waived(waiver({ code: "DYN-GPU-002", reason: "spare" }));
    expect(checkObject(graph).map(({ waived: reason }) => reason)).toEqual([undefined]);
    expect(checkAcross([graph])).toEqual([]);
  });

  it("cover what shows between objects", () => {
    const graph = aggregated();
    graph.metadata.name = "chat-canary";
    graph.metadata.annotations[waiverAnnotation] = waiver({
      code: "DYN-NAME-001",
      reason: "one frontend on purpose",
    });
    expect(blocking(checkObjects([aggregated(), graph]))).toEqual([]);
    expect(checkObjects([aggregated(), graph]).map(({ waived: reason }) => reason)).toEqual([
      "one frontend on purpose",
    ]);
  });

  it.each([
    ["text", "DYN-GPU-002", /must be a JSON list, got "DYN-GPU-002"/],
    ["an object", '{"code":"DYN-GPU-002","reason":"x"}', /must be a JSON list/],
    [
      "an entry without reason",
      waiver({ code: "DYN-GPU-002" }),
      /entry 1 waives DYN-GPU-002 without a reason/,
    ],
    ["an empty reason", waiver({ code: "DYN-GPU-002", reason: " " }), /without a reason/],
    [
      "an unknown code",
      waiver({ code: "DYN-GPU-9", reason: "x" }),
      /no known code, got "DYN-GPU-9"/,
    ],
    [
      "a path that is no text",
      waiver({ code: "DYN-GPU-002", reason: "x", path: 1 }),
      /no text as path/,
    ],
    ["an entry that is no object", "[1]", /entry 1 must be an object, got 1/],
  ])("cannot be %s", (_, annotation, message) => {
    const found = checkObjects([waived(annotation)]);
    const wrong = found.filter(({ code }) => code === "DYN-WAIVE-001");
    expect(wrong.map((finding) => finding.message).join()).toMatch(message);
    expect(blocking(found).map(({ code }) => code)).toContain("DYN-GPU-002");
  });

  it("count where they are right beside wrong ones", () => {
    const both = JSON.stringify([
      { code: "DYN-GPU-002", reason: "spare" },
      { code: "DYN-GPU-002" },
    ]);
    expect(blocking(checkObjects([waived(both)])).map(({ code }) => code)).toEqual([
      "DYN-WAIVE-001",
    ]);
  });
});

describe("the order of findings", () => {
  it("is that of the objects, then the path with numbers as numbers, then the code", () => {
    const graph = aggregated();
    for (let count = 0; count < 10; count += 1) {
      const extra = structuredClone(component(graph, "worker"));
      extra.name = `worker-${count}`;
      graph.spec.components.push(extra);
    }
    for (const each of graph.spec.components.slice(1))
      main(graph, each.name).args.push("--swap-space", "1");
    const other = structuredClone(graph);
    other.metadata.name = "other";
    const found = checkObjects([other, graph]);
    expect(found.map(({ object }) => object)).toEqual([
      ...Array(11).fill("DynamoGraphDeployment/other"),
      ...Array(11).fill("DynamoGraphDeployment/chat"),
    ]);
    expect(found.slice(0, 11).map(({ path }) => path[2])).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
    ]);
    expect(formatPath(found[0]?.path ?? [])).toBe(
      "spec.components[1].podTemplate.spec.containers[0].args[4]",
    );
  });
});
