// danfojs-node computes with tensors and reads CSV files with TensorFlow.js. These three
// packages are all that it uses; the native binary of tfjs-node is not needed for them.
const core = require("@tensorflow/tfjs-core");
require("@tensorflow/tfjs-backend-cpu");
const data = require("@tensorflow/tfjs-data");

module.exports = { ...core, data };
