/**
 * An epoch of a network with one hidden layer of ReLU in other libraries: softmax, cross entropy,
 * SGD. jax-js differentiates for itself; for tfjs and ml-matrix the gradients are written out, which
 * favours them. All have their batches cut beforehand.
 */
import { createRequire } from "node:module";
import path from "node:path";
import { type Contestant, timed } from "./rounds";

const need = createRequire(path.join(__dirname, "package.json"));

/** One epoch's inputs: batches of rows and of one-hot labels, and the first weights. */
export interface Data {
  readonly sizes: readonly [inputs: number, hidden: number, classes: number];
  readonly batches: readonly { n: number; X: Float64Array; Y: Float64Array }[];
  readonly W1: Float64Array;
  readonly W2: Float64Array;
}

const RATE = 0.01;

/** The tensor of tfjs, as much of it as is used. */
interface T {
  dataSync(): Float32Array;
  dispose(): void;
}

/** tfjs with the given backend; everything is float32. */
export async function tfjsEpoch(backend: "cpu" | "wasm", data: Data): Promise<Contestant> {
  const tf = need("@tensorflow/tfjs-core");
  await tf.setBackend(backend);
  const matrix = (values: Float64Array, cols: number): T =>
    tf.tensor2d(Float32Array.from(values), [values.length / cols, cols]);
  const [inputs, hidden, classes] = data.sizes;
  const batches = data.batches.map(({ n, X, Y }) => ({
    ...{ n, X: matrix(X, inputs), Y: matrix(Y, classes) },
  }));
  let parameters: T[] = [
    ...[matrix(data.W1, hidden), tf.zeros([1, hidden])],
    ...[matrix(data.W2, classes), tf.zeros([1, classes])],
  ];
  const descend = (theta: T, g: T): T => tf.sub(theta, tf.mul(g, RATE));
  const step = ({ n, X, Y }: { n: number; X: T; Y: T }): T[] => {
    const [W1, b1, W2, b2] = parameters;
    const Z = tf.add(tf.matMul(X, W1), b1);
    const H = tf.relu(Z);
    const dOut = tf.div(tf.sub(tf.softmax(tf.add(tf.matMul(H, W2), b2)), Y), n);
    const dZ = tf.mul(tf.matMul(dOut, W2, false, true), tf.cast(tf.greater(Z, 0), "float32"));
    return [
      descend(W1, tf.matMul(X, dZ, true, false)),
      descend(b1, tf.sum(dZ, 0, true)),
      descend(W2, tf.matMul(H, dOut, true, false)),
      descend(b2, tf.sum(dOut, 0, true)),
    ];
  };
  const epoch = timed(() => {
    for (const batch of batches) {
      const next: T[] = tf.tidy(() => step(batch));
      for (const parameter of parameters) parameter.dispose();
      parameters = next;
    }
    parameters[0].dataSync();
  });
  return async () => {
    await tf.setBackend(backend);
    return epoch();
  };
}

/** jax-js in WebAssembly, the whole step compiled by its `jit`; everything is float32. */
export async function jaxEpoch(data: Data): Promise<Contestant> {
  const { init, defaultDevice, numpy: np, nn, jit, valueAndGrad } = need("@jax-js/jax");
  await init("wasm");
  defaultDevice("wasm");
  type J = ReturnType<typeof np.array>;
  const matrix = (values: Float64Array, cols: number): J =>
    np.array(Float32Array.from(values)).reshape([values.length / cols, cols]);
  const [inputs, hidden, classes] = data.sizes;
  const loss = ([W1, b1, W2, b2]: J[], X: J, Y: J): J => {
    const H = nn.relu(np.add(np.matmul(X, W1), b1));
    const Z = np.add(np.matmul(H, W2), b2);
    return np.mean(np.sum(nn.logSoftmax(Z).mul(Y), 1)).mul(-1);
  };
  const step = jit((parameters: J[], X: J, Y: J) => {
    const [value, gradients] = valueAndGrad(loss)(
      parameters.map((theta) => theta.ref),
      ...[X, Y],
    );
    return [value, ...parameters.map((theta, k) => theta.sub(gradients[k].mul(RATE)))];
  });
  const batches = data.batches.map(({ X, Y }) => [matrix(X, inputs), matrix(Y, classes)]);
  let parameters: J[] = [
    ...[matrix(data.W1, hidden), np.zeros([1, hidden])],
    ...[matrix(data.W2, classes), np.zeros([1, classes])],
  ];
  return timed(() => {
    for (const [X, Y] of batches) {
      const [value, ...next] = step(parameters, X.ref, Y.ref);
      value.dispose();
      parameters = next;
    }
    parameters[0].ref.dataSync();
  });
}

/** The matrix of ml-matrix, as much of it as is used; most of its methods change it in place. */
interface Ml {
  mmul(other: Ml): Ml;
  transpose(): Ml;
  clone(): Ml;
  sub(other: Ml): Ml;
  mul(other: Ml | number): Ml;
  div(by: Ml | number): Ml;
  exp(): Ml;
  addRowVector(row: number[]): Ml;
  subColumnVector(column: number[]): Ml;
  divColumnVector(column: number[]): Ml;
  max(by: "row"): number[];
  sum(by: "row" | "column"): number[];
  apply(visit: (this: Ml, i: number, j: number) => void): Ml;
  get(i: number, j: number): number;
  set(i: number, j: number, value: number): Ml;
}

/** ml-matrix, in float64. */
export function mlMatrixEpoch(data: Data): Contestant {
  const { Matrix } = need("ml-matrix");
  const matrix = (values: Float64Array, cols: number): Ml =>
    Matrix.from1DArray(values.length / cols, cols, values);
  const [inputs, hidden, classes] = data.sizes;
  const batches = data.batches.map(({ n, X, Y }) => ({
    ...{ n, X: matrix(X, inputs), Y: matrix(Y, classes) },
  }));
  const [W1, W2] = [matrix(data.W1, hidden), matrix(data.W2, classes)];
  const [b1, b2] = [hidden, classes].map((units) => new Array<number>(units).fill(0));
  const relu = (M: Ml): Ml =>
    M.apply(function (i, j) {
      this.set(i, j, Math.max(0, this.get(i, j)));
    });
  const where = (M: Ml, Z: Ml): Ml =>
    M.apply(function (i, j) {
      if (!(Z.get(i, j) > 0)) this.set(i, j, 0);
    });
  const descend = (bias: number[], gradient: number[]): void => {
    for (let j = 0; j < bias.length; j++) bias[j] -= RATE * gradient[j];
  };
  return timed(() => {
    for (const { n, X, Y } of batches) {
      const Z = X.mmul(W1).addRowVector(b1);
      const H = relu(Z.clone());
      const out = H.mmul(W2).addRowVector(b2);
      const E = out.subColumnVector(out.max("row")).exp();
      const dOut = E.divColumnVector(E.sum("row")).sub(Y).div(n);
      const dZ = where(dOut.mmul(W2.transpose()), Z);
      W2.sub(H.transpose().mmul(dOut).mul(RATE));
      W1.sub(X.transpose().mmul(dZ).mul(RATE));
      descend(b2, dOut.sum("column"));
      descend(b1, dZ.sum("column"));
    }
  });
}
