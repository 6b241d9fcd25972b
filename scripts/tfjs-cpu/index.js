// danfojs-node computes with tensors and reads CSV files with TensorFlow.js. These three
// packages are all that it uses; the native binary of tfjs-node is not needed for them.

// danfojs-node calls operations as methods of a tensor (`a.add(b)`). The core offers them as
// functions (`core.add(a, b)`) and leaves it to its user to choose which become methods: here,
// those that danfojs-node calls.
const METHODS = [
  ...["add", "sub", "mul", "div", "divNoNan", "mod", "pow", "sqrt"],
  ...["equal", "notEqual", "greater", "greaterEqual", "less", "lessEqual"],
  ...["mean", "max", "min", "argMax", "argMin", "transpose"],
];

let loaded;

/** TensorFlow.js, loaded when it is first used: it takes as long as all the rest of danfojs. */
function tensorflow() {
  if (loaded) return loaded;
  const core = require("@tensorflow/tfjs-core");
  // Production mode keeps every result and every argument check; it silences the advice to
  // install the native binary, which the CPU backend prints with its first tensor.
  core.enableProdMode();
  require("@tensorflow/tfjs-backend-cpu");
  for (const name of METHODS) {
    core.Tensor.prototype[name] = function (...args) {
      this.throwIfDisposed();
      return core[name](this, ...args);
    };
  }
  loaded = { ...core };
  Object.defineProperty(loaded, "data", {
    enumerable: true,
    get: () => require("@tensorflow/tfjs-data"),
  });
  return loaded;
}

/** Each new DataFrame asks whether its data is a tensor; only what looks like one needs an answer. */
const Tensor = {
  [Symbol.hasInstance]: (value) =>
    typeof value === "object" &&
    value !== null &&
    "dataId" in value &&
    value instanceof tensorflow().Tensor,
};

module.exports = new Proxy(
  {},
  { get: (_, name) => (name === "Tensor" && !loaded ? Tensor : tensorflow()[name]) },
);
