import { execSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/** Packages that only the benchmarks need stand in bench/node_modules, from bench's own lock file. */
const need = createRequire(path.join(__dirname, "package.json"));

/** What is used of each of them; README.md says why it is called like this. */
interface MlMatrix {
  Matrix: { from1DArray(rows: number, cols: number, data: Float64Array): MlMatrixMatrix };
}
interface MlMatrixMatrix {
  mmul(other: MlMatrixMatrix): MlMatrixMatrix;
}
interface Mathjs {
  matrix(rows: number[][]): object;
  multiply(a: object, b: object): object;
}
interface TfTensor {
  dataSync(): Float32Array;
  dispose(): void;
}
interface Tfjs {
  setBackend(name: string): Promise<boolean>;
  enableProdMode(): void;
  tensor2d(data: Float32Array, shape: [number, number]): TfTensor;
  matMul(a: TfTensor, b: TfTensor): TfTensor;
}
interface TfWasm {
  setWasmPaths(folder: string): void;
  setThreadsCount(count: number): void;
}
interface JaxArray {
  readonly ref: JaxArray;
  reshape(shape: number[]): JaxArray;
  dataSync(): Float32Array;
}
interface Jax {
  init(device: string): Promise<unknown>;
  defaultDevice(device: string): unknown;
  numpy: {
    array(data: Float32Array): JaxArray;
    matmul(a: JaxArray, b: JaxArray): JaxArray;
  };
}

export interface Peers {
  readonly mlMatrix: MlMatrix["Matrix"];
  readonly mathjs: Mathjs;
  readonly tf: Tfjs;
  readonly jax: Jax;
}

/** Installs them at the first call, and loads them. */
export async function loadPeers(): Promise<Peers> {
  if (!existsSync(path.join(__dirname, "node_modules")))
    execSync("npm ci --no-audit --no-fund --silent", { cwd: __dirname, stdio: "inherit" });
  const tf = need("@tensorflow/tfjs-core") as Tfjs;
  tf.enableProdMode();
  need("@tensorflow/tfjs-backend-cpu");
  const wasm = need("@tensorflow/tfjs-backend-wasm") as TfWasm;
  wasm.setWasmPaths(
    path.join(
      path.dirname(need.resolve("@tensorflow/tfjs-backend-wasm/package.json")),
      ...["dist", path.sep],
    ),
  );
  wasm.setThreadsCount(1);
  const jax = need("@jax-js/jax") as Jax;
  await jax.init("wasm");
  jax.defaultDevice("wasm");
  const { Matrix } = need("ml-matrix") as MlMatrix;
  return { mlMatrix: Matrix, mathjs: need("mathjs") as Mathjs, tf, jax };
}
