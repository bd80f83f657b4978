// SPDX-License-Identifier: Apache-2.0
/** @module Every process of the graphs that people write is read, and means the same when written. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type ContainerCommand,
  type LaunchContext,
  processMeaning,
  readLaunch,
  writeLaunch,
} from "@dynamo-iac/constructs/engines";
import { loadAll } from "js-yaml";
import { describe, expect, it } from "vitest";
import { shared } from "../../support/shared.js";

interface Process {
  readonly name: string;
  readonly container: ContainerCommand;
  readonly context: LaunchContext;
}

type Env = readonly { readonly name: string; readonly value?: string }[];
interface Container extends ContainerCommand {
  readonly name?: string;
  readonly env?: Env;
}
interface Component {
  readonly name?: string;
  readonly type?: string;
  readonly componentType?: string;
  readonly envs?: Env;
  readonly podTemplate?: { readonly spec?: { readonly containers?: readonly Container[] } };
  readonly extraPodSpec?: { readonly mainContainer?: Container };
  readonly frontendSidecar?: string | Container;
}
interface Graph {
  readonly kind?: string;
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly env?: Env;
    readonly envs?: Env;
    readonly components?: readonly Component[];
    readonly services?: Readonly<Record<string, Component>>;
  };
}

/** The containers of a graph, with what the operator adds where they say nothing. */
function processes(graph: Graph): Process[] {
  const { env = [], envs = [], components = [], services = {} } = graph.spec;
  const all = [...components, ...Object.entries(services).map(([name, s]) => ({ ...s, name }))];
  return all.flatMap((component) => {
    const sidecar = component.frontendSidecar;
    const containers = [
      ...(component.podTemplate?.spec?.containers ?? []),
      ...(component.extraPodSpec?.mainContainer === undefined
        ? []
        : [component.extraPodSpec.mainContainer]),
      ...(typeof sidecar === "object" ? [{ name: "sidecar-frontend", ...sidecar }] : []),
    ];
    return containers.map((container) => {
      const type = component.type ?? component.componentType;
      const frontend = type === "frontend" || container.name === "sidecar-frontend";
      const list = [...env, ...envs, ...(component.envs ?? []), ...(container.env ?? [])];
      const context: LaunchContext = {
        env: new Map(list.map(({ name, value }) => [name, value])),
        defaultCommand: frontend ? ["python3"] : ["/bin/sh", "-c"],
      };
      const name = `${graph.metadata.name}/${component.name}/${container.name ?? "main"}`;
      return { name, container, context };
    });
  });
}

const folder = shared("conformance/dgd");
const files = folder === undefined ? [] : readdirSync(folder).filter((f) => f.endsWith(".yaml"));

const found = files.flatMap((file) => {
  const graphs = loadAll(readFileSync(join(folder ?? "", file), "utf8")) as (Graph | null)[];
  return graphs
    .filter((graph) => graph !== null && graph.kind === "DynamoGraphDeployment")
    .flatMap((graph) => (graph === null ? [] : processes(graph)))
    .map((process) => ({ ...process, name: `${file}: ${process.name}` }));
});

const dynamo = found.filter(({ container }) =>
  [...(container.command ?? []), ...(container.args ?? [])].join(" ").includes("dynamo."),
);

describe.skipIf(folder === undefined)("the processes of real graphs", () => {
  it("are many", () => {
    expect(files.length).toBeGreaterThan(20);
    expect(dynamo.length).toBeGreaterThan(50);
  });

  it.each(dynamo)("$name is read and means the same when written", ({ container, context }) => {
    const launch = readLaunch(container, context);
    if (launch === undefined) throw new Error("not read");
    expect(launch.issues).toEqual([]);
    const again = writeLaunch(launch.program);
    expect(readLaunch(again, context)?.program).toEqual(launch.program);
    if (launch.exact) {
      expect(processMeaning(again, context)).toEqual(processMeaning(container, context));
    }
  });

  it("are typed to the last token but a few", () => {
    const sums = new Map<
      string,
      { processes: number; exact: number; typed: number; extra: number }
    >();
    const extras = new Set<string>();
    for (const { container, context } of dynamo) {
      const launch = readLaunch(container, context);
      if (launch === undefined) continue;
      const { program } = launch.program;
      const sum = sums.get(program) ?? { processes: 0, exact: 0, typed: 0, extra: 0 };
      sums.set(program, {
        processes: sum.processes + 1,
        exact: sum.exact + (launch.exact ? 1 : 0),
        typed: sum.typed + launch.tokens.typed,
        extra: sum.extra + launch.tokens.extra,
      });
      for (const token of launch.program.extraArgs ?? []) extras.add(`${program} ${token}`);
    }
    console.table(Object.fromEntries(sums));
    const extra = [...sums.values()].reduce((sum, { extra: n }) => sum + n, 0);
    expect(extra, [...extras].join("\n")).toBeLessThanOrEqual(2);
  });
});
