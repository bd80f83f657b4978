// SPDX-License-Identifier: Apache-2.0
/** @module Packages that the SDK loads at its start and needs only to turn functions into text: loaded when they are used. */
import Module from "node:module";

/** The compiler, and npm's reader of dependency trees: two thirds of the time that the SDK takes to load. */
const rarelyUsed: ReadonlySet<string> = new Set(["typescript", "@npmcli/arborist"]);

/** Node's own loader; tools that instrument programs hook it in the same place. */
interface Loader {
  _load(
    request: string,
    parent: { readonly filename?: string } | undefined,
    main: boolean,
  ): unknown;
  _resolveFilename(request: string, parent: unknown): string;
}

/** From now on the SDK gets a stand-in for such a package, which loads it at the first use. */
export function loadLazily(): void {
  const loader = Module as unknown as Loader;
  const load = loader._load;
  loader._load = (request, parent, main) => {
    const isSdk = /[\\/]@pulumi[\\/]pulumi[\\/]/.test(parent?.filename ?? "");
    if (!rarelyUsed.has(request) || !isSdk) return load.call(loader, request, parent, main);
    // A missing package is told now: the SDK has a copy of its own to fall back on.
    loader._resolveFilename(request, parent);
    return standIn(() => load.call(loader, request, parent, main) as object);
  };
}

function standIn(load: () => object): object {
  let loaded: object | undefined;
  return new Proxy(
    {},
    {
      get: (_, key) => {
        // Keeps the compiler's import helper from copying the fields, which are not there yet.
        if (key === "__esModule") return true;
        loaded ??= load();
        return Reflect.get(loaded, key) as unknown;
      },
    },
  );
}
