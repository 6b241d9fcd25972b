import type * as Danfojs from "danfojs-node";
import { loadWithLater } from "./load-later";

/**
 * danfojs-node. Importing it takes a second, most of it for packages that few sessions use: Excel
 * files, network addresses, its own tables on the console, and mathjs, which counts only for medians
 * and standard deviations. They wait for their first use; TensorFlow.js does so by itself, in
 * scripts/tfjs-cpu.
 */
const danfojs = loadWithLater(
  () => require("danfojs-node") as typeof Danfojs,
  require.resolve("danfojs-node"),
  ["mathjs", "xlsx", "request", "node-fetch", "table"],
);

export const { DataFrame, NDframe, Series, StandardScaler, concat, readCSV, toCSV } = danfojs;

export type DataFrame = Danfojs.DataFrame;
export type NDframe = Danfojs.NDframe;
export type Series = Danfojs.Series;
