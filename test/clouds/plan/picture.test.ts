// SPDX-License-Identifier: Apache-2.0
/** @module The picture of an environment: what is in it, and that it can be drawn whatever the plan is. */
import {
  mermaid,
  type Picture,
  type Plan,
  type PlannedResource,
  pictureOf,
  svg,
} from "@dynamo-iac/clouds/plan";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

type Row = readonly [
  kind: PlannedResource["kind"],
  type: string,
  name: string,
  parent?: string,
  more?: Partial<PlannedResource>,
];

/** A plan of rows; URNs are names. */
function planOfRows(rows: readonly Row[]): Plan {
  const resources = rows.map(
    ([kind, type, name, parent, more]): PlannedResource => ({
      urn: name,
      type,
      name,
      kind,
      ...(parent === undefined ? {} : { parent }),
      inputs: {},
      dependsOn: [],
      ...more,
    }),
  );
  return {
    version: 1,
    project: "p",
    stack: "s",
    mode: "preview",
    resources,
    assumptions: [],
    outputs: {},
    waivers: [],
  };
}

const environment = planOfRows([
  ["stack", "pulumi:pulumi:Stack", "p-s"],
  ["component", "x:index:Env", "env", "p-s"],
  ["component", "x:index:Network", "network", "env"],
  ["custom", "aws:ec2/vpc:Vpc", "vpc", "network"],
  ["custom", "aws:ec2/subnet:Subnet", "a", "network", { dependsOn: ["vpc"] }],
  ["custom", "aws:ec2/subnet:Subnet", "b", "network", { dependsOn: ["vpc"] }],
  ["component", "x:index:Cluster", "cluster", "env"],
  ["custom", "aws:eks/cluster:Cluster", "eks", "cluster", { dependsOn: ["a", "b"], protect: true }],
  ["provider", "pulumi:providers:kubernetes", "k8s", "cluster", { dependsOn: ["eks"] }],
  ["component", "x:index:Graph", "graph", "env"],
  [
    "custom",
    "kubernetes:core/v1:Secret",
    "<secret>",
    "graph",
    { dependsOn: ["eks", "vpc"], provider: "k8s" },
  ],
]);

describe("pictureOf", () => {
  it("has a box per component with resources, and only the arrows that do not follow from others", () => {
    const { title, boxes, arrows } = pictureOf(environment);
    expect(title).toBe("p, stack s");
    expect(
      boxes.map(({ name, path, lines, protected: kept }) => [name, path, lines, kept]),
    ).toEqual([
      ["cluster", ["env"], ["Cluster", "Provider kubernetes"], true],
      ["graph", ["env"], ["Secret"], false],
      ["network", ["env"], ["Subnet × 2", "Vpc"], false],
    ]);
    const name = (id: string) => boxes.find((box) => box.id === id)?.name;
    expect(arrows.map(({ from, to }) => `${name(from)} > ${name(to)}`).toSorted()).toEqual([
      "cluster > graph",
      "network > cluster",
    ]);
  });

  it("is a Mermaid flowchart with the components around each other", () => {
    expect(mermaid(pictureOf(environment))).toBe(`---
title: p, stack s
---
flowchart TB
  subgraph g0["env"]
    b0["<b>cluster</b> (protected)<br/>Cluster<br/>Provider kubernetes"]
    b1["<b>graph</b><br/>Secret"]
    b2["<b>network</b><br/>Subnet × 2<br/>Vpc"]
  end
  b2 --> b0
  b0 --> b1
`);
  });

  it("puts a component with boxes around it among them, and escapes names", () => {
    const plan = planOfRows([
      ["stack", "pulumi:pulumi:Stack", "p-s"],
      ["component", "x:index:Env", 'a "b" <c>', "p-s"],
      ["custom", "aws:ec2/vpc:Vpc", "vpc", 'a "b" <c>'],
      ["component", "x:index:Inner", "inner", 'a "b" <c>'],
      ["custom", "aws:ec2/vpc:Vpc", "vpc2", "inner"],
    ]);
    const text = mermaid(pictureOf(plan));
    expect(text).toContain(
      '  subgraph g0["a #34;b#34; #60;c#62;"]\n    b0["<b>a #34;b#34; #60;c#62;</b><br/>Vpc"]\n',
    );
    expect(svg(pictureOf(plan))).toContain("a &#34;b&#34; &#60;c&#62;");
  });
});

/** Any boxes and arrows, circles among them included. */
const pictures: fc.Arbitrary<Picture> = fc
  .record({
    count: fc.integer({ min: 0, max: 12 }),
    seed: fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 30 }),
    text: fc.string({ maxLength: 30 }),
  })
  .map(({ count, seed, text }) => ({
    title: text,
    boxes: Array.from({ length: count }, (_, at) => ({
      id: `b${at}`,
      name: `${text}${at}`,
      path: at % 2 === 0 ? [] : ["env", text],
      lines: Array.from({ length: at % 4 }, (_, line) => `Line × ${line}`),
      protected: at % 3 === 0,
    })),
    arrows: seed
      .filter(([from, to]) => from !== to && from < count && to < count)
      .map(([from, to]) => ({ from: `b${from}`, to: `b${to}` })),
  }));

describe("svg", () => {
  const rectangles = (text: string) =>
    [...text.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/g)].map(
      ([, ...numbers]) => numbers.map(Number) as [number, number, number, number],
    );

  it("draws every box once, none over another, all inside the picture", () => {
    fc.assert(
      fc.property(pictures, (picture) => {
        const text = svg(picture);
        const boxes = rectangles(text);
        expect(boxes).toHaveLength(picture.boxes.length);
        const [, width = 0, height = 0] =
          /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(text)?.map(Number) ?? [];
        for (const [at, [x, y, w, h]] of boxes.entries()) {
          expect(x >= 0 && y >= 0 && x + w <= width && y + h <= height).toBe(true);
          for (const [x2, y2, w2, h2] of boxes.slice(at + 1)) {
            const apart = x + w <= x2 || x2 + w2 <= x || y + h <= y2 || y2 + h2 <= y;
            expect(apart).toBe(true);
          }
        }
      }),
    );
  });

  it("draws arrows downwards where there is no circle, and holds no address or script", () => {
    const text = svg(pictureOf(environment));
    const ends = [...text.matchAll(/<path d="M[\d.]+ ([\d.]+)C[^"]* ([\d.]+)" fill="none"/g)];
    expect(ends).toHaveLength(2);
    for (const [, from, to] of ends) expect(Number(to)).toBeGreaterThan(Number(from));
    expect(text.replace("http://www.w3.org/2000/svg", "")).not.toMatch(/https?:|<script|href/);
  });
});
