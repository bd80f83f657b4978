// SPDX-License-Identifier: Apache-2.0
import { checkObjects } from "@dynamo-iac/constructs/checks";
import { codes, formatPath } from "@dynamo-iac/constructs/facts";
import { describe, expect, it } from "vitest";
import { clusterCodes } from "../../../packages/constructs/src/facts/codes/cluster.js";
import { containerCodes } from "../../../packages/constructs/src/facts/codes/container.js";
import { servingCodes } from "../../../packages/constructs/src/facts/codes/serving.js";
import { soundGraphs } from "./graphs.js";
import { acrossMistakes } from "./mistakes/across.js";
import { apiMistakes } from "./mistakes/api.js";
import { clusterMistakes } from "./mistakes/cluster.js";
import { gpuMistakes } from "./mistakes/gpu.js";
import { imageMistakes } from "./mistakes/images.js";
import { launchMistakes } from "./mistakes/launch.js";
import type { Mistake } from "./mistakes/mistake.js";
import { platformMistakes, queueMistakes } from "./mistakes/orchestration.js";
import { podMistakes, secretMistakes } from "./mistakes/pods.js";
import { memoryMistakes, probeMistakes } from "./mistakes/probes.js";
import { roleMistakes } from "./mistakes/roles.js";
import { routingMistakes } from "./mistakes/routing.js";

const families: Readonly<Record<string, readonly Mistake[]>> = {
  "the API": apiMistakes,
  "GPUs and parallel sizes": gpuMistakes,
  roles: roleMistakes,
  "command, args and environment": launchMistakes,
  images: imageMistakes,
  probes: probeMistakes,
  memory: memoryMistakes,
  secrets: secretMistakes,
  pods: podMistakes,
  "routing and replicas": routingMistakes,
  "the cluster": clusterMistakes,
  "orchestrators and topologies": platformMistakes,
  "queues and levels": queueMistakes,
  "other objects": acrossMistakes,
};

describe.each(Object.entries(soundGraphs))("a sound graph (%s)", (_, graph) => {
  it("has no findings", () => {
    expect(checkObjects([graph()])).toEqual([]);
  });
});

describe.each(Object.entries(families))("mistakes with %s", (_, mistakes) => {
  it.each(mistakes.map((mistake) => [mistake.name, mistake] as const))("%s", (_name, mistake) => {
    const draft = mistake.graph();
    expect(checkObjects([draft]), "the graph before the mistake").toEqual([]);
    mistake.change(draft);
    const found = checkObjects([draft, ...(mistake.beside?.() ?? [])], mistake.options);
    const about = found.filter((finding) => finding.code === mistake.code);
    expect(found.map((finding) => finding.code).sort()).toEqual(
      [mistake.code, ...(mistake.also ?? [])].sort(),
    );
    expect(formatPath(about[0]?.path ?? [])).toBe(mistake.path);
    expect(about[0]?.message).toMatch(mistake.message);
    expect(about[0]?.fix).toMatch(mistake.fix);
    expect(about[0]?.severity).toBe(codes[mistake.code].severity);
  });
});

describe("the table of mistakes", () => {
  const all = Object.values(families).flat();

  it("has every code of this room", () => {
    const own = Object.keys({ ...servingCodes, ...containerCodes, ...clusterCodes });
    const tested = new Set<string>(all.map((mistake) => mistake.code));
    expect(own.filter((code) => !tested.has(code))).toEqual([]);
  });

  it("names each mistake once", () => {
    expect(new Set(all.map((mistake) => mistake.name)).size).toBe(all.length);
  });
});
