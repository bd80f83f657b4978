// SPDX-License-Identifier: Apache-2.0
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  App,
  aggregated,
  DynamoModel,
  disaggregated,
  FindingsError,
  InferenceGraph,
  type PatternProps,
  vllm,
} from "@dynamo-iac/constructs";
import { ApiObject, Chart, JsonPatch, Lazy, App as PlainApp, YamlOutputType } from "cdk8s";
import { load, loadAll } from "js-yaml";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const props: PatternProps = { model: "Qwen/Qwen3-0.6B", engine: vllm(), serving: aggregated() };
let outdir = "";

beforeEach(() => {
  outdir = join(mkdtempSync(join(tmpdir(), "app-")), "dist");
});
afterEach(() => rmSync(join(outdir, ".."), { recursive: true }));

const quiet = () => undefined;
const read = (name: string) => readFileSync(join(outdir, name), "utf8");

describe("App.synth", () => {
  it("writes what plain cdk8s writes", () => {
    const build = (app: PlainApp) => {
      const chart = new Chart(app, "chart", { namespace: "inference", labels: { team: "a" } });
      new InferenceGraph(chart, "agg", props);
      new InferenceGraph(chart, "dis", { ...props, serving: disaggregated() });
      new ApiObject(chart, "config", {
        apiVersion: "v1",
        kind: "ConfigMap",
        data: { b: "1", a: "2", n: Lazy.any({ produce: () => "x" }) },
      });
      app.synth();
      return loadAll(read("chart.k8s.yaml"));
    };
    const ours = build(new App({ outdir, report: quiet }));
    expect(ours).toEqual(build(new PlainApp({ outdir })));
    expect(ours).toHaveLength(3);
  });

  it("writes the same bytes twice", () => {
    const bytes = () => {
      const app = new App({ outdir, report: quiet });
      new InferenceGraph(new Chart(app, "chart"), "agg", props);
      app.synth();
      return read("chart.k8s.yaml");
    };
    expect(bytes()).toBe(bytes());
  });

  it("keeps empty objects, which are switches of the API", () => {
    const app = new App({ outdir, report: quiet });
    new InferenceGraph(new Chart(app, "chart"), "agg", {
      ...props,
      serving: aggregated({ scalingAdapter: {} }),
    });
    app.synth();
    expect(load(read("chart.k8s.yaml"))).toMatchObject({
      spec: { components: [{}, { scalingAdapter: {} }] },
    });
  });

  it.each([
    [YamlOutputType.FILE_PER_APP, ["app.k8s.yaml"]],
    [
      YamlOutputType.FILE_PER_RESOURCE,
      ["DynamoGraphDeployment.agg.k8s.yaml", "DynamoModel.base.k8s.yaml"],
    ],
    [YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE, ["chart"]],
  ])("divides the output as %s", (yamlOutputType, files) => {
    const app = new App({ outdir, yamlOutputType, report: quiet });
    const chart = new Chart(app, "chart");
    new InferenceGraph(chart, "agg", {
      ...props,
      serving: aggregated({ modelRef: { name: "Qwen/Qwen3-0.6B" } }),
    });
    new DynamoModel(chart, "base", {
      spec: { modelName: "Qwen/Qwen3-0.6B", baseModelName: "Qwen/Qwen3-0.6B" },
    });
    app.synth();
    expect(readdirSync(outdir).toSorted()).toEqual(files);
  });

  it("fails with every error of every graph at once, and writes nothing", () => {
    const app = new App({ outdir, report: quiet });
    const chart = new Chart(app, "chart");
    new InferenceGraph(chart, "one", { ...props, serving: aggregated({ replicas: -1 }) });
    new InferenceGraph(chart, "two", {
      ...props,
      serving: aggregated({ image: "vllm-runtime:latest" }),
    });
    const error = thrown(() => app.synth());
    expect(error).toBeInstanceOf(FindingsError);
    expect(error.message).toMatch(/chart\/one\n/);
    expect(error.message).toMatch(/replicas.*-1/);
    expect(error.message).toMatch(/chart\/two\n/);
    expect(error.message).toMatch(/latest/);
    expect(error.stack).toBe(error.message);
    expect(existsSync(outdir)).toBe(false);
  });

  it("sees what is wrong between two graphs", () => {
    const app = new App({ outdir, report: quiet });
    const chart = new Chart(app, "chart", { namespace: "n" });
    new InferenceGraph(chart, "chat", props);
    new InferenceGraph(chart, "chat-canary", props);
    expect(
      app
        .findings()
        .map((found) => found.message)
        .join("\n"),
    ).toMatch(/n-chat.*n-chat-canary|n-chat-canary.*n-chat/);
  });

  it("reports a waived error and goes on", () => {
    const texts: string[] = [];
    const app = new App({ outdir, report: (text) => texts.push(text) });
    const chart = new Chart(app, "chart");
    const broken = { ...props, serving: aggregated({ image: "vllm-runtime:latest" }) };
    const code = new InferenceGraph(new Chart(new PlainApp(), "c"), "x", broken)
      .findings()
      .find((found) => found.severity === "error")?.code;
    new InferenceGraph(chart, "agg", {
      ...broken,
      waive: [{ code: code ?? "DYN-API-001", reason: "nightly build" }],
    });
    app.synth();
    expect(texts.join("")).toMatch(/nightly build/);
  });

  it("reports errors of other constructs beside its own", () => {
    const app = new App({ outdir, report: quiet });
    const chart = new Chart(app, "chart");
    chart.node.addValidation({ validate: () => ["no owner label"] });
    new InferenceGraph(chart, "one", { ...props, serving: aggregated({ replicas: -1 }) });
    expect(thrown(() => app.synth()).message).toMatch(/replicas[\s\S]*\[chart\] no owner label/);
  });

  it("keeps the order of dependencies", () => {
    const app = new App({ outdir, report: quiet });
    const chart = new Chart(app, "chart");
    const graph = new InferenceGraph(chart, "agg", props);
    const claim = new ApiObject(chart, "claim", {
      apiVersion: "v1",
      kind: "PersistentVolumeClaim",
    });
    graph.node.addDependency(claim);
    app.synth();
    expect(
      loadAll(read("chart.k8s.yaml")).map((object) => (object as { kind: string }).kind),
    ).toEqual(["PersistentVolumeClaim", "DynamoGraphDeployment"]);
  });
});

describe("plain cdk8s.App", () => {
  it("fails on the errors of a graph too", () => {
    const app = new PlainApp({ outdir });
    new InferenceGraph(new Chart(app, "chart"), "one", {
      ...props,
      serving: aggregated({ replicas: -1 }),
    });
    expect(thrown(() => app.synth()).message).toMatch(/\[chart\/one\] DYN-API-\d+ .*replicas.*-1/);
  });
});

describe("escape hatches", () => {
  const graph = () => new InferenceGraph(new Chart(new PlainApp(), "chart"), "agg", props);

  it("override sets, adds and removes fields of the written object", () => {
    const one = graph();
    one.override("/spec/components/1/podTemplate/spec/hostIPC", true);
    one.override("/spec/components/1/replicas", 5);
    one.override("/spec/components/0/podTemplate/spec/securityContext", undefined);
    expect(one.manifest()).toMatchObject({
      spec: {
        components: [
          { podTemplate: { spec: {} } },
          { replicas: 5, podTemplate: { spec: { hostIPC: true } } },
        ],
      },
    });
    expect(JSON.stringify(one.manifest())).not.toMatch(/"fsGroup".*"fsGroup"/);
  });

  it.each([
    ["spec/x", /starts with/],
    ["/spec/componentz/0/replicas", /nearest field that exists is "\/spec"/],
    ["/spec/components/7", /the list has 2 items/],
    ["/metadata/name", /identity/],
    ["/kind", /identity/],
  ])("fails for the pointer %s and says why", (pointer, why) => {
    expect(() => graph().override(pointer, 1)).toThrow(why);
    expect(() => graph().override(pointer, 1)).toThrow(/\[chart\/agg\]/);
  });

  it("ApiObject.of gives the cdk8s object, and its patches are written", () => {
    const one = graph();
    ApiObject.of(one).addJsonPatch(JsonPatch.add("/spec/unknown", 1));
    expect(one.manifest()).toMatchObject({ spec: { unknown: 1 } });
    expect(
      one
        .findings()
        .map((found) => found.message)
        .join(),
    ).toMatch(/unknown/);
  });
});

function thrown(run: () => void): Error {
  try {
    run();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error("nothing was thrown");
}
