// SPDX-License-Identifier: Apache-2.0
/** @module Modules that packages load at their start and a plan hardly ever needs: loaded when they are used. */
import Module from "node:module";

/** Who asks for which modules. The SDK alone loads three times as fast without them. */
const rarelyUsed: readonly { readonly by: RegExp; readonly modules: ReadonlySet<string> }[] = [
  {
    by: /[\\/]@pulumi[\\/]pulumi[\\/]/,
    modules: new Set([
      // Functions as text: the compiler, and npm's readers of packages.
      "typescript",
      "@npmcli/arborist",
      "normalize-package-data",
      // Programs that start the engine.
      "./automation",
    ]),
  },
  // Objects go to Pulumi, not into files.
  { by: /[\\/]cdk8s[\\/]lib[\\/]/, modules: new Set(["yaml"]) },
  // Messages in forty languages.
  { by: /[\\/]zod[\\/]v4[\\/]/, modules: new Set(["../locales/index.cjs"]) },
];

/** Node's own loader; tools that instrument programs hook it in the same place. */
interface Loader {
  _load(
    request: string,
    parent: { readonly filename?: string } | undefined,
    main: boolean,
  ): unknown;
  _resolveFilename(request: string, parent: unknown): string;
}

/** From now on such a module is a stand-in, which loads it at the first use. */
export function loadLazily(): void {
  const loader = Module as unknown as Loader;
  const load = loader._load;
  loader._load = (request, parent, main) => {
    const asker = parent?.filename ?? "";
    if (!rarelyUsed.some(({ by, modules }) => modules.has(request) && by.test(asker)))
      return load.call(loader, request, parent, main);
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
        if (key === "default" && !("__esModule" in loaded)) return loaded;
        return Reflect.get(loaded, key) as unknown;
      },
    },
  );
}
