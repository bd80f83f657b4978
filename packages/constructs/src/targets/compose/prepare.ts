// SPDX-License-Identifier: Apache-2.0
/** @module The service that gives volumes the rights that Kubernetes would give them. */
import type { ComposeService } from "./compose-file.js";
import type { PreparedFolder } from "./storage.js";

/** Name of the service. */
export const prepareService = "volumes";

/**
 * Docker makes a new volume for root alone. Kubernetes gives claims to the group `fsGroup`, with
 * new files inheriting it, and lets everybody write to an emptyDir; a `subPath` is made when missing.
 */
const program = [
  "import os, sys",
  "for line in sys.argv[1:]:",
  '  mode, group, path = line.split(":", 2)',
  "  os.makedirs(path, exist_ok=True)",
  "  os.chown(path, -1, int(group))",
  "  os.chmod(path, int(mode, 8))",
].join("\n");

/** A service that runs once, as root, before everything else. */
export function prepareVolumes(image: string, folders: readonly PreparedFolder[]): ComposeService {
  const lines = new Set<string>();
  for (const { volume, subPath, group } of folders) {
    const rights = group === undefined ? "0777:-1" : `2775:${group}`;
    lines.add(
      `${rights}:/${["volumes", volume, subPath].filter((step) => step !== undefined).join("/")}`,
    );
  }
  const volumes = [...new Set(folders.map(({ volume }) => volume))].sort();
  return {
    image,
    user: "0:0",
    network_mode: "none",
    entrypoint: ["python3", "-c", program],
    command: [...lines].sort(),
    volumes: volumes.map((source) => ({
      type: "volume",
      source,
      target: `/volumes/${source}`,
      volume: { nocopy: true },
    })),
    restart: "no",
  };
}
