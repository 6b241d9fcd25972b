/** How an answer to `prompt` lies in shared memory: [is it there, its length, …its bytes]. */
export const answerSize = 8 + 1024 * 1024;

export const viewsOf = (shared: SharedArrayBuffer) => ({
  header: new Int32Array(shared, 0, 2),
  bytes: new Uint8Array(shared, 8),
});

/** Puts the answer there and wakes the thread that waits for it. */
export function giveAnswer(shared: SharedArrayBuffer, value: string): void {
  const { header, bytes } = viewsOf(shared);
  // encodeInto() does not write into shared memory.
  const encoded = Buffer.from(value).subarray(0, bytes.length);
  bytes.set(encoded);
  header[1] = encoded.length;
  Atomics.store(header, 0, 1);
  Atomics.notify(header, 0);
}
