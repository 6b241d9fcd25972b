import path from "node:path";
import { readConnection } from "./front/connection";
import { Kernel } from "./front/kernel";
import { speak } from "./words";

/** The kernel process: `node kernel/dist/main.js CONNECTION_FILE`. */

/** The project's folder is where cells run, whatever folder the notebook is in. */
const root = path.resolve(__dirname, "..", "..");

async function main(file: string | undefined): Promise<void> {
  if (!file) throw new Error("needs the path of a connection file; Jupyter gives it.");
  const connection = readConnection(path.resolve(file));
  speak(process.env.SPELLGRAD_LANGUAGE);
  process.chdir(root);
  const kernel = await Kernel.start(root, connection);
  process.on("SIGINT", () => kernel.interrupt());
  process.on("SIGTERM", () => void kernel.stop());
  process.on("uncaughtException", (error) => console.error("kernel:", error));
  endWithParent(() => void kernel.stop());
}

/** A Jupyter server that was killed cannot tell its kernels to end. */
function endWithParent(end: () => void): void {
  const parent = process.ppid;
  if (String(parent) !== process.env.JPY_PARENT_PID) return;
  setInterval(() => process.ppid !== parent && end(), 1000).unref();
}

main(process.argv[2]).catch((error: Error) => {
  console.error(`The kernel cannot start: ${error.message}`);
  process.exit(1);
});
