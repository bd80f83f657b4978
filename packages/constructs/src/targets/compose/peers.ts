// SPDX-License-Identifier: Apache-2.0
/**
 * @module Containers that hand GPU memory to one another.
 *
 * NIXL moves KV blocks between processes of one machine with CUDA IPC. Across containers that needs
 * three things, and without any one of them UCX silently falls back to TCP: every container sees the
 * peers' GPUs (else cudaIpcOpenMemHandle fails with "invalid argument"), all share one PID namespace
 * (else "invalid device context"), and one IPC namespace. The host's namespaces would do, and are
 * what upstream's run script takes in part; a small service that only holds namespaces gives away
 * less. UCX also attaches to its peers, which Docker's seccomp profile allows with SYS_PTRACE.
 *
 * @see vllm-project/vllm issue 52607 and pull request 55906, openucx/ucx issue 10070
 */
import type { ComposeService } from "./compose-file.js";
import { byteSize } from "./resources.js";

/** Name of the service that holds the namespaces. */
export const peersService = "gpu-peers";

/** What a peer's service adds. Its `/dev/shm` is the holder's. */
export function peerSettings(
  own: Pick<ComposeService, "cap_add">,
): Pick<ComposeService, "pid" | "ipc" | "cap_add" | "shm_size"> {
  return {
    pid: `service:${peersService}`,
    ipc: `service:${peersService}`,
    cap_add: [...new Set([...(own.cap_add ?? []), "SYS_PTRACE"])],
    shm_size: undefined,
  };
}

/** The service that holds the namespaces, with shared memory for all peers together. */
export function peersHolder(image: string, sharedMemoryBytes: number): ComposeService {
  return {
    image,
    // The first process of a PID namespace has to collect the orphans of the others.
    init: true,
    entrypoint: ["python3", "-c", "import signal; signal.pause()"],
    network_mode: "none",
    ipc: "shareable",
    shm_size: byteSize(sharedMemoryBytes),
    restart: "unless-stopped",
    stop_grace_period: "1s",
  };
}
