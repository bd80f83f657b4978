// SPDX-License-Identifier: Apache-2.0
/** @module Rules about GPU memory service, standby engines and checkpoints. */
import { type FieldPath, nearest, show } from "../../facts/index.js";
import { type Problems, problem } from "../problem.js";
import { at, has, items, text } from "../reading.js";
import type { ComponentView, GmsMode } from "./component-view.js";

const workers: readonly unknown[] = ["worker", "prefill", "decode"];

/** Rules for a component that keeps weights in GPU memory, or starts from a checkpoint. */
export function* gpuMemoryRules(component: ComponentView, backend: string | undefined): Problems {
  const { gms, failover } = component;
  if (gms.value !== undefined) yield* gmsClients(gms.value, gms.path, gms.mode);
  if (gms.enabled) yield* gmsRules(component, backend);
  if (failover.enabled) yield* failoverRules(component);
  if (has(component.checkpoint.value, "job")) yield* checkpointRules(component);
}

/** The clients of GPU memory service; the CRD judges them also when the service is off. */
export function* gmsClients(setting: unknown, path: FieldPath, mode: GmsMode): Problems {
  const containers = items(at(setting, "extraClientContainers"));
  if (containers.length > 0 && mode !== "IntraPod")
    yield problem(
      "DYN-API-066",
      [...path, "extraClientContainers"],
      `has ${containers.length} entries, but mode is ${mode}`,
      "Remove it, or use the mode inside one pod.",
    );
  const pods = items(at(setting, "extraClientPods"));
  if (pods.length > 0)
    yield problem(
      "DYN-API-067",
      [...path, "extraClientPods"],
      `must be empty, has ${pods.length} entries`,
      "Remove extraClientPods.",
    );
}

function* gmsRules(component: ComponentView, backend: string | undefined): Problems {
  const { name, type, gms, gpus, containers, version } = component;
  if (!workers.includes(type.value))
    yield problem(
      "DYN-API-063",
      gms.path,
      `needs a component of type worker, prefill or decode, ${show(name)} is ${show(type.value)}`,
      "Remove GPU memory service here, or correct the type.",
    );
  if (gpus.value < 1)
    yield problem(
      "DYN-API-064",
      gpus.path,
      `needs a GPU limit of at least 1 on the main container, got ${gpus.value}`,
      'Set resources.limits of the main container, such as nvidia.com/gpu: "1".',
    );
  if (gms.mode === "InterPod" && backend !== "vllm")
    yield problem(
      "DYN-API-065",
      ["spec", "backendFramework"],
      `must be "vllm" because ${show(name)} has inter-pod GPU memory service, got ${show(backend)}`,
      "Set spec.backendFramework to vllm.",
    );
  const names = containers.flatMap((container) =>
    container.role === "init" ? [] : [container.name],
  );
  if (version === "v1alpha1")
    names.push("main", has(component.raw, "frontendSidecar") ? "sidecar-frontend" : undefined);
  const known = names.filter((known) => known !== undefined);
  for (const [index, entry] of items(at(gms.value, "extraClientContainers")).entries()) {
    const client = text(entry);
    if (client === undefined || known.includes(client)) continue;
    const close = nearest(client, known);
    yield problem(
      "DYN-API-068",
      [...gms.path, "extraClientContainers", index],
      `the pod has no container ${show(client)}; it has ${known.map(show).join(", ") || "none"}`,
      close === undefined ? "Add the container, or remove the entry." : `Write ${close}.`,
    );
  }
}

function* failoverRules({ name, type, gms, gpus, failover, version }: ComponentView): Problems {
  if (!gms.enabled || gms.mode !== failover.mode)
    yield problem(
      "DYN-API-069",
      gms.enabled ? [...failover.path, "mode"] : failover.path,
      `failover is ${failover.mode}, GPU memory service is ${gms.enabled ? gms.mode : "off"}`,
      gms.enabled ? "Give both the same mode." : "Add gpuMemoryService with the same mode.",
    );
  const wrongType = ["epp", "frontend", "planner"].includes(type.value ?? "");
  if (failover.mode === "InterPod" && (gpus.value < 1 || wrongType))
    yield problem(
      "DYN-API-070",
      failover.path,
      `needs a worker with at least 1 GPU, ${show(name)} is ${show(type.value)} with ${gpus.value}`,
      "Remove failover here.",
    );
  if (version === "v1alpha1" && failover.mode === "IntraPod" && failover.shadows !== 1)
    yield problem(
      "DYN-API-071",
      [...failover.path, "numShadows"],
      `must be 1 inside one pod, got ${failover.shadows}`,
      "Set numShadows to 1.",
    );
}

function* checkpointRules({ checkpoint, gms }: ComponentView): Problems {
  const { value, path } = checkpoint;
  const reference = text(at(value, "checkpointRef")) ?? "";
  if (reference !== "")
    yield problem(
      "DYN-API-072",
      [...path, "job"],
      `checkpointRef names ${show(reference)}, so there is no job to configure`,
      "Remove job, or remove checkpointRef.",
    );
  const clients = items(at(value, "job", "gmsClientContainers"));
  if (clients.length > 0 && !(gms.enabled && gms.mode === "IntraPod"))
    yield problem(
      "DYN-API-073",
      [...path, "job", "gmsClientContainers"],
      `has ${clients.length} entries, but GPU memory service is ${gms.enabled ? gms.mode : "off"}`,
      "Remove it, or add GPU memory service inside one pod.",
    );
}
