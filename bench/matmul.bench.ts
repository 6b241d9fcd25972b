/**
 * The matrix product of two n×n matrices: ours, its definition, other libraries, NumPy on one thread,
 * and the processor's limit for registers of 128 bits, all by turns in one run. In GFLOP/s, a
 * multiplication and an addition being two operations; f32 computes with half of the digits.
 */
import { matmul, matmulByDefinition, matmulTN } from "../lib/matrix";
import { mulberry32, randn } from "../lib/random";
import { LIMIT_OPERATIONS, limitLoop } from "./limit";
import { startNumpy } from "./numpy";
import { loadPeers, type Peers } from "./peers";
import { byTurns, type Contestant, short, timed } from "./rounds";

const OURS = "spellgrad";
const DEFINITION = "plain i-k-j";
const float64Peers = ["ml-matrix", "tfjs cpu (f32)", "mathjs"];
/** mathjs needs a minute for 1024. */
const MATHJS_MOST = 512;

async function products({ mlMatrix, mathjs, tf, jax }: Peers, n: number) {
  const [A, B] = [1, 2].map((seed) => randn(mulberry32(seed), n, n));
  const pair = <T>(make: (data: Float64Array) => T): [T, T] => [make(A.data), make(B.data)];
  const [mlA, mlB] = pair((data) => mlMatrix.from1DArray(n, n, data));
  const [jaxA, jaxB] = pair((data) => jax.numpy.array(Float32Array.from(data)).reshape([n, n]));
  const tfProduct = async (backend: string): Promise<Contestant> => {
    await tf.setBackend(backend);
    const [a, b] = pair((data) => tf.tensor2d(Float32Array.from(data), [n, n]));
    const multiply = timed(() => {
      const C = tf.matMul(a, b);
      C.dataSync();
      C.dispose();
    });
    return async () => {
      await tf.setBackend(backend);
      return multiply();
    };
  };
  const repeats = Math.ceil((128 / n) ** 3);
  const contestants: Record<string, Contestant> = {
    [OURS]: timed(() => matmul(A, B), repeats),
    "spellgrad Aᵀ·B": timed(() => matmulTN(A, B), repeats),
    [DEFINITION]: timed(() => matmulByDefinition(A, B)),
    "ml-matrix": timed(() => mlA.mmul(mlB)),
    "tfjs cpu (f32)": await tfProduct("cpu"),
    "tfjs wasm (f32)": await tfProduct("wasm"),
    "jax-js (f32)": timed(() => jax.numpy.matmul(jaxA.ref, jaxB.ref).dataSync()),
  };
  if (n <= MATHJS_MOST) {
    const rows = (M: typeof A) =>
      Array.from({ length: n }, (_, i) => Array.from(M.data.subarray(i * n, (i + 1) * n)));
    const [a, b] = [mathjs.matrix(rows(A)), mathjs.matrix(rows(B))];
    contestants.mathjs = timed(() => mathjs.multiply(a, b));
  }
  return contestants;
}

async function main(): Promise<void> {
  const [peers, numpy] = [await loadPeers(), startNumpy()];
  for (const n of [64, 256, 512, 1024]) {
    const times = await byTurns({
      ...(await products(peers, n)),
      "NumPy, one thread": () => numpy.time("product", n),
      "128-bit limit": timed(limitLoop),
    });
    const rate = (name: string): number =>
      (name === "128-bit limit" ? LIMIT_OPERATIONS : 2 * n ** 3) / times[name] / 1e6;
    Object.keys(times).forEach((name, k) => {
      console.log(`${k === 0 ? `matmul ${n}` : ""}\t${name}\t${short(rate(name))} GFLOP/s`);
    });
    const bestPeer = Math.max(...float64Peers.filter((name) => name in times).map(rate));
    const ratios = {
      [`times ${DEFINITION} (aim: 12 from 256 on)`]: rate(OURS) / rate(DEFINITION),
      "times the best of ml-matrix, tfjs cpu, mathjs (aim: 12)": rate(OURS) / bestPeer,
      "of the 128-bit limit (aim: 0.8 from 256 on)": rate(OURS) / rate("128-bit limit"),
    };
    for (const [what, ratio] of Object.entries(ratios)) console.log(`\t${what}\t${short(ratio)}`);
  }
  numpy.stop();

  const sizes = [128, 256, 512, 1024, 2048];
  const growth = await byTurns(
    Object.fromEntries(
      sizes.map((n) => {
        const M = randn(mulberry32(n), n, n);
        return [n, timed(() => matmul(M, M), Math.ceil((512 / n) ** 3))];
      }),
    ),
  );
  const perStep = sizes.map((n) => growth[n] / n ** 3);
  sizes.forEach((n, k) => {
    const picoseconds = short(1e9 * perStep[k]);
    console.log(`${k === 0 ? "growth of matmul" : ""}\tn = ${n}\t${picoseconds} ps a multiply-add`);
  });
  const spread = Math.max(...perStep) / Math.min(...perStep);
  console.log(`\tslowest/fastest (aim: 1.25)\t${short(spread)}`);
}

main();
