import type { CompilerThread } from "./compiler-thread";
import { cursorOf, toCharacters } from "./cursor";
import type { Content } from "./message";

/** Whoever types is not to be troubled with an exception inside TypeScript. */
const report = (error: Error): undefined => void console.error(`kernel: ${error.message}`);

/** The content of a `complete_reply`. */
export async function completeReply(compiler: CompilerThread, request: Content): Promise<Content> {
  const code = String(request.code ?? "");
  const cursor = cursorOf(code, request.cursor_pos);
  const nothing = { start: cursor, end: cursor, matches: [] };
  const found = (await compiler.complete(code, cursor).catch(report)) ?? nothing;
  const start = toCharacters(code, found.start);
  const end = toCharacters(code, found.end);
  const types = found.matches.map(({ text, kind }) => ({ text, type: kind, start, end }));
  return {
    status: "ok",
    matches: found.matches.map(({ text }) => text),
    cursor_start: start,
    cursor_end: end,
    // JupyterLab takes the icons of its list from here.
    metadata: { _jupyter_types_experimental: types },
  };
}

/** The content of an `inspect_reply`. */
export async function inspectReply(compiler: CompilerThread, request: Content): Promise<Content> {
  const code = String(request.code ?? "");
  const found = await compiler.inspect(code, cursorOf(code, request.cursor_pos)).catch(report);
  if (!found) return { status: "ok", found: false, data: {}, metadata: {} };
  const { code: declaration, docs } = found;
  const data = {
    "text/plain": `${declaration}\n\n${docs}`.trim(),
    "text/markdown": `\`\`\`typescript\n${declaration}\n\`\`\`\n\n${docs}`.trim(),
  };
  return { status: "ok", found: true, data, metadata: {} };
}
