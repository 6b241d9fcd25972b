import { createRequire } from "node:module";

/**
 * Requires a package while the heaviest of its own dependencies wait until they are used.
 *
 * Each name in `later` is resolved as the package's main file, `mainFile`, would resolve it, and
 * stands as a proxy while `load` runs; whoever requires it afterwards gets the real module.
 */
export function loadWithLater<T>(load: () => T, mainFile: string, later: readonly string[]): T {
  const requireThere = createRequire(mainFile);
  const paths = later
    .map((name) => requireThere.resolve(name))
    .filter((path) => !(path in requireThere.cache));
  for (const path of paths) {
    requireThere.cache[path] = { exports: onFirstUse(requireThere, path) } as NodeJS.Module;
  }
  try {
    return load();
  } finally {
    for (const path of paths) delete requireThere.cache[path];
  }
}

/** Stands for the module at `path`: reading a member of it, or calling it, loads it. */
function onFirstUse(requireThere: NodeJS.Require, path: string): unknown {
  return new Proxy(() => undefined, {
    // Compiled TypeScript reads __esModule when it imports, before it uses anything.
    get: (_, key) => (key === "__esModule" ? undefined : requireThere(path)[key]),
    apply: (_, self, args) => Reflect.apply(requireThere(path), self, args),
  });
}
