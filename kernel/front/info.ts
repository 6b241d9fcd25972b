import type { Content } from "./message";
import { protocolVersion } from "./message";

const versionOf = (name: string): string => require(`${name}/package.json`).version;

/** The content of a `kernel_info_reply`. */
export function kernelInfo(): Content {
  const typescript = versionOf("@tslab/typescript-for-tslab");
  return {
    status: "ok",
    protocol_version: protocolVersion,
    implementation: "tslab",
    implementation_version: versionOf("tslab"),
    language_info: {
      name: "typescript",
      version: typescript,
      mimetype: "text/typescript",
      file_extension: ".ts",
      pygments_lexer: "typescript",
      // CodeMirror knows TypeScript as a mode of its JavaScript.
      codemirror_mode: { name: "javascript", mode: "typescript", typescript: true },
    },
    banner: `TypeScript ${typescript} on Node ${process.versions.node}`,
    help_links: [
      { text: "TypeScript", url: "https://www.typescriptlang.org/docs/" },
      { text: "tslab", url: "https://github.com/yunabe/tslab" },
    ],
    debugger: false,
  };
}
