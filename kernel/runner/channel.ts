import { writeSync } from "node:fs";
import type { FromRunner } from "../protocol";

/** The runner's file descriptors, beside stdin, stdout and stderr. */
export const fromKernel = 3;
export const toKernel = 4;

/**
 * Sends a message to the kernel, before it returns: output is neither lost when the process ends
 * in the next statement, nor piled up in memory by a loop that prints faster than it is read.
 *
 * An interrupt may stop it in the midst of a message: the next one starts on a line of its own.
 */
export function send(message: FromRunner): void {
  const bytes = Buffer.from(`\n${JSON.stringify(message)}\n`);
  for (let sent = 0; sent < bytes.length; ) sent += writeSync(toKernel, bytes, sent);
}
