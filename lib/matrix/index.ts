export {
  column,
  copy,
  eye,
  fromRows,
  full,
  get,
  matrix,
  ones,
  row,
  toRows,
  zeros,
} from "./create";
export { abs, add, div, exp, log, map, mul, neg, sqrt, sub } from "./elementwise";
export { toHtml, toText } from "./format";
export { oneHot } from "./labels";
export {
  affine,
  matmul,
  matmulByDefinition,
  matmulNT,
  matmulTN,
  transpose,
} from "./product";
export { type Axis, argmax, max, mean, min, norm, type Reduction, sum } from "./reduce";
export { hstack, reshape, sliceColumns, sliceRows, takeColumns, takeRows, vstack } from "./select";
export { isMatrix, type Matrix, shapeOf } from "./types";
