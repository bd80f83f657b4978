// SPDX-License-Identifier: Apache-2.0
/** @module GPUs of the pods against what the engine's parallel layout needs. */
import type { Parallelism } from "../engines/index.js";
import type { Finding } from "../facts/index.js";
import { isGpu } from "./gpu-resources.js";
import { argsPlace, mainField } from "./place.js";
import { type ComponentRule, nothing, one } from "./rule.js";
import type { ComponentView } from "./view.js";

/** DYN-GPU-001, 002, 004: too few, too many, or a node that nobody told about the others. */
export const gpusMatchLayout: ComponentRule = (view, graph) =>
  view.parallelism === undefined ? nothing : judgeLayout(view, graph, view.parallelism);

/**
 * Holds one layout against the GPUs of the pods. Used again with the layout from an engine's
 * configuration file.
 */
export function judgeLayout(
  view: ComponentView,
  graph: { readonly object: string },
  layout: Parallelism,
): readonly Finding[] {
  const { gpusPerPod, nodes, engine } = view;
  if (gpusPerPod === undefined || gpusPerPod === 0 || engine === "mocker") return nothing;
  const { gpus: needed } = layout;
  const given = gpusPerPod * nodes;
  const pods =
    nodes === 1
      ? `its pod has ${gpusPerPod}`
      : `${nodes} nodes with ${gpusPerPod} each have ${given}`;
  if (needed > given) {
    return one(
      "DYN-GPU-001",
      graph,
      gpuPlace(view),
      `${describe(layout)} needs ${gpus(needed)}, but ${pods}`,
      nodes === 1
        ? `Raise the GPU limit to ${needed}, lower the parallel sizes, or spread the worker over several nodes.`
        : `Raise the GPU limit to ${Math.ceil(needed / nodes)} per node or the node count to ${Math.ceil(needed / gpusPerPod)}, or lower the parallel sizes.`,
    );
  }
  if (needed === given) return nothing;
  if (engine === "vllm" && nodes > 1 && needed <= gpusPerPod) {
    return one(
      "DYN-GPU-004",
      graph,
      [...view.path, "multinode"],
      `${describe(layout)} fits the ${gpusPerPod} GPUs of one pod, but the worker spans ${nodes} nodes, so each of them starts an engine of its own`,
      `Remove multinode and set replicas, or raise the parallel sizes to use ${given} GPUs.`,
    );
  }
  return one(
    "DYN-GPU-002",
    graph,
    gpuPlace(view),
    `${describe(layout)} uses ${gpus(needed)}, but ${pods}: ${given - needed} stay idle`,
    needed % nodes === 0
      ? `Lower the GPU limit to ${needed / nodes}${nodes === 1 ? "" : " per node"}, or raise the parallel sizes to use ${given}.`
      : `Raise the parallel sizes to use ${given} GPUs, or change node count and GPU limit so that their product is ${needed}.`,
  );
}

/** DYN-GPU-003: an engine without any GPU. */
export const workerHasGpu: ComponentRule = (view, graph) => {
  const { engine, gpusPerPod, env, program, image } = view;
  if (engine === undefined || engine === "mocker" || gpusPerPod !== 0) return nothing;
  // Engines for CPU or XPU, and nodes that hand out GPUs without a device plugin.
  const device = program?.flags.device;
  if (device !== undefined && device !== "cuda") return nothing;
  if (env.values.has("VLLM_TARGET_DEVICE") || env.values.has("NVIDIA_VISIBLE_DEVICES"))
    return nothing;
  if (/xpu|cpu/.test(image?.name ?? "")) return nothing;
  const needed =
    view.parallelism === undefined ? undefined : Math.ceil(view.parallelism.gpus / view.nodes);
  return one(
    "DYN-GPU-003",
    graph,
    mainField(view, "resources"),
    `${view.name} runs ${engine}${needed === undefined ? "" : `, which needs ${gpus(needed)} per pod`}, but its main container has no GPU limit and no resource claim`,
    `Set a GPU limit${needed === undefined ? "" : ` of ${needed}`} on the main container.`,
  );
};

/** DYN-GPU-005: sizes that the engine refuses whatever the pods have. */
export const layoutIsPossible: ComponentRule = (view, graph) => {
  const { parallelism: layout, engine, nodes } = view;
  if (layout === undefined || engine === undefined || engine === "mocker") return nothing;
  const refuse = (message: string, fix: string) =>
    one("DYN-GPU-005", graph, argsPlace(view), message, fix);
  const { tensor, pipeline, data, expert } = layout;
  if (engine === "sglang" && nodes > 1 && (tensor * pipeline) % nodes !== 0) {
    return refuse(
      `tensor ${tensor} × pipeline ${pipeline} cannot be divided among ${nodes} nodes`,
      `Choose sizes whose product is a multiple of ${nodes}.`,
    );
  }
  if (
    engine === "sglang" &&
    view.program?.flags.enableDpAttention === true &&
    tensor % data !== 0
  ) {
    return refuse(
      `attention runs data parallel ${data} inside tensor parallel ${tensor}, and ${tensor} is no multiple of ${data}`,
      `Choose a data parallel size that divides ${tensor}.`,
    );
  }
  if (engine !== "vllm" && expert !== undefined && expert > 0 && tensor % expert !== 0) {
    return refuse(
      `expert parallel ${expert} does not divide tensor parallel ${tensor}`,
      `Choose an expert parallel size that divides ${tensor}.`,
    );
  }
  return nothing;
};

/** DYN-GPU-006: devices for processes that never touch them. */
export const gpuIsUsed: ComponentRule = (view, graph) => {
  const { program, gpusPerPod, component } = view;
  if (gpusPerPod === undefined || gpusPerPod === 0) return nothing;
  const idle =
    program === undefined
      ? component.type === "epp"
      : view.engine === undefined || view.engine === "mocker";
  if (!idle) return nothing;
  return one(
    "DYN-GPU-006",
    graph,
    gpuPlace(view),
    `${view.name} runs ${program?.program ?? component.type}, which uses no GPU, and reserves ${gpusPerPod * view.nodes * view.replicas}`,
    "Remove the GPU from its resources.",
  );
};

/** Where the GPUs of the main container are written. */
function gpuPlace(view: ComponentView) {
  const { limits, requests } = view.main?.resources ?? {};
  const list = limits === undefined && requests !== undefined ? "requests" : "limits";
  const resource = Object.keys((list === "limits" ? limits : requests) ?? {}).find(isGpu);
  return mainField(view, "resources", list, resource ?? "nvidia.com/gpu");
}

/** `tensor 4 × data 2 = 8` */
function describe(layout: Parallelism): string {
  const sizes = [
    `tensor parallel ${layout.tensor}`,
    ...(layout.pipeline > 1 ? [`pipeline parallel ${layout.pipeline}`] : []),
    ...(layout.data > 1 ? [`data parallel ${layout.data}`] : []),
  ];
  return sizes.join(" × ");
}

function gpus(count: number): string {
  return count === 1 ? "1 GPU" : `${count} GPUs`;
}
