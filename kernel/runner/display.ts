import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { inspect } from "node:util";
import type { MimeBundle, Shown } from "../protocol";
import { words } from "../words";
import { send } from "./channel";
import { ownerOfOutput } from "./owner";
import { tableOf } from "./tables";
import { textOf } from "./text";

/** An object with this method shows as the MIME bundle (or the promise of one) that it returns. */
const displayMethod = Symbol.for("Jupyter.display");

interface Displayable {
  [displayMethod](): MimeBundle | Promise<MimeBundle>;
}

const isDisplayable = (value: unknown): value is Displayable =>
  (typeof value === "object" || typeof value === "function") &&
  value !== null &&
  typeof (value as Partial<Displayable>)[displayMethod] === "function";

/** What Jupyter shows for a value. */
export function shown(value: unknown): Shown | Promise<Shown> {
  if (!isDisplayable(value)) {
    const table = tableOf(value);
    const data = { ...table, "text/plain": table?.["text/plain"] ?? textOf(value) };
    return { data, metadata: {} };
  }
  const bundle = value[displayMethod]();
  return bundle instanceof Promise ? bundle.then(checked) : checked(bundle);
}

function checked(bundle: unknown): Shown {
  if (typeof bundle !== "object" || bundle === null || Array.isArray(bundle)) {
    throw new TypeError(words().noBundle(inspect(bundle)));
  }
  const entries = Object.entries(bundle).filter(([, content]) => content !== undefined);
  return {
    data: Object.fromEntries(entries.map(([type, content]) => [type, encoded(content)])),
    metadata: {},
  };
}

/** Bytes travel as base64. */
const encoded = (content: unknown) =>
  content instanceof Uint8Array ? Buffer.from(content).toString("base64") : content;

/** Values whose bundle is still on its way: the cell is not done before they are shown. */
const pending = new Set<Promise<void>>();

export async function allShown(): Promise<void> {
  const promises = [...pending];
  pending.clear();
  await Promise.all(promises);
}

const formats = {
  javascript: "text/javascript",
  html: "text/html",
  markdown: "text/markdown",
  latex: "text/latex",
  svg: "image/svg+xml",
  png: "image/png",
  jpeg: "image/jpeg",
  gif: "image/gif",
  pdf: "application/pdf",
  text: "text/plain",
};

function createDisplay(displayId?: string) {
  let update = false;
  const show = (it: Shown) => {
    send({ type: "display", id: ownerOfOutput(), displayId, update, ...it });
    // Only one with an identity has something to update.
    update = displayId !== undefined;
  };
  const raw = (type: string, content: unknown) =>
    show({ data: { [type]: encoded(content) }, metadata: {} });
  const display = (value: unknown): void => {
    const it = shown(value);
    if (it instanceof Promise) pending.add(it.then(show));
    else show(it);
  };
  const methods = Object.entries(formats).map(([name, type]) => [
    name,
    (content: unknown) => raw(type, content),
  ]);
  return Object.assign(display, Object.fromEntries(methods), { raw });
}

const versionOf = (name: string): string =>
  JSON.parse(readFileSync(require.resolve(`${name}/package.json`), "utf8")).version;

/** What `import … from "tslab"` means in a cell; its types are in cells.d.ts. */
export const tslab = {
  get versions() {
    const typescript = versionOf("@tslab/typescript-for-tslab");
    return { tslab: versionOf("tslab"), typescript, node: process.version };
  },
  display: createDisplay(),
  newDisplay: () => createDisplay(randomUUID()),
  clearOutput: (wait = false) => send({ type: "clear", id: ownerOfOutput(), wait: Boolean(wait) }),
};
