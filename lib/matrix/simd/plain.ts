import { type Kernel, TILE } from "./kernel";

/** Half a tile, two rows of it, so that its sums stay in registers. */
function halfTile(
  M: Float64Array,
  a: number,
  b: number,
  c: number,
  depth: number,
  cRow: number,
): void {
  const d = c + cRow;
  let c0 = M[c];
  let c1 = M[c + 1];
  let c2 = M[c + 2];
  let c3 = M[c + 3];
  let d0 = M[d];
  let d1 = M[d + 1];
  let d2 = M[d + 2];
  let d3 = M[d + 3];
  for (let k = 0; k < depth; k++) {
    const u = M[a + TILE * k];
    const v = M[a + TILE * k + 1];
    const b0 = M[b + TILE * k];
    const b1 = M[b + TILE * k + 1];
    const b2 = M[b + TILE * k + 2];
    const b3 = M[b + TILE * k + 3];
    c0 += u * b0;
    c1 += u * b1;
    c2 += u * b2;
    c3 += u * b3;
    d0 += v * b0;
    d1 += v * b1;
    d2 += v * b2;
    d3 += v * b3;
  }
  M[c] = c0;
  M[c + 1] = c1;
  M[c + 2] = c2;
  M[c + 3] = c3;
  M[d] = d0;
  M[d + 1] = d1;
  M[d + 2] = d2;
  M[d + 3] = d3;
}

/** The kernel in plain TypeScript, for where there is no SIMD. */
export function plainKernel(): Kernel {
  let memory = new Float64Array(0);
  return {
    memory(numbers) {
      if (memory.length < numbers) memory = new Float64Array(numbers);
      return memory;
    },
    pack(line0, line1, line2, line3, step, panel, depth) {
      for (let k = 0; k < depth; k++) {
        memory[panel + TILE * k] = memory[line0 + step * k];
        memory[panel + TILE * k + 1] = memory[line1 + step * k];
        memory[panel + TILE * k + 2] = memory[line2 + step * k];
        memory[panel + TILE * k + 3] = memory[line3 + step * k];
      }
    },
    multiply(a, b, c, depth, aPanel, bPanel, cRow, rowPanels, columnPanels, from0) {
      if (from0) memory.fill(0, c, c + TILE * rowPanels * cRow);
      for (let j = 0; j < columnPanels; j++)
        for (let i = 0; i < rowPanels; i++)
          for (let half = 0; half < TILE; half += 2) {
            const row = c + (TILE * i + half) * cRow + TILE * j;
            halfTile(memory, a + aPanel * i + half, b + bPanel * j, row, depth, cRow);
          }
    },
    unpack(c, cRow, bias, rows, cols) {
      for (let i = 0; i < rows; i++)
        for (let j = 0; j < cols; j++)
          memory[c + i * cols + j] = memory[c + i * cRow + j] + memory[bias + j];
    },
  };
}
