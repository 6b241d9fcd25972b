/**
 * Tables and the course's data sets. `./lib/data` loads danfojs-node (a fraction of a second), so
 * the library's own index does without it; `./lib/data/generators` and `./lib/data/digits` can be
 * imported alone.
 */
import "./display";

export { labels, toMatrix } from "./columns";
export { concat, DataFrame, Series, StandardScaler, toCSV } from "./danfojs";
export { describe } from "./describe";
export { type Digits, loadDigits } from "./digits";
export { circles, type Labelled, moons, spirals } from "./generators";
export { load } from "./load";
export { loadNames, type NameList } from "./names";
export { type Split, split } from "./split";
export { type Scale, type Standardised, standardise } from "./standardise";
