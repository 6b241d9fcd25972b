/**
 * Values as plain JSON and back: what a learner's function returned has to reach another process
 * whole, with NaN, infinities, −0 and typed arrays. Functions and classes become plain data.
 */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Deeper or larger answers are no answers to any exercise: they are cut. */
const MAX_DEPTH = 8;
const MAX_ENTRIES = 1_000_000;

const number = (x: number): Json =>
  Number.isFinite(x) && !Object.is(x, -0) ? x : { $number: Object.is(x, -0) ? "-0" : String(x) };

export function toPlain(value: unknown, depth = 0): Json {
  if (value === null || typeof value === "boolean" || typeof value === "string") return value;
  if (typeof value === "number") return number(value);
  if (typeof value !== "object")
    return { $other: value === undefined ? "undefined" : typeof value };
  if (depth > MAX_DEPTH) return { $other: "too deep" };
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
    const entries = value as unknown as ArrayLike<number>;
    if (entries.length > MAX_ENTRIES) return { $other: "too long" };
    return { $numbers: Array.from(entries, Number).map(number), $type: value.constructor.name };
  }
  if (Array.isArray(value)) {
    if (value.length > MAX_ENTRIES) return { $other: "too long" };
    return Array.from(value, (entry) => toPlain(entry, depth + 1));
  }
  return Object.fromEntries(
    Object.keys(value).map((key) => [
      key,
      toPlain((value as Record<string, unknown>)[key], depth + 1),
    ]),
  );
}

export function fromPlain(json: Json): unknown {
  if (typeof json !== "object" || json === null) return json;
  if (Array.isArray(json)) return json.map(fromPlain);
  if (typeof json.$number === "string") return Number(json.$number);
  if (typeof json.$other === "string") return undefined;
  if (Array.isArray(json.$numbers)) {
    const numbers = json.$numbers.map((x) => Number(fromPlain(x)));
    return json.$type === "Int32Array" ? Int32Array.from(numbers) : Float64Array.from(numbers);
  }
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, fromPlain(value)]));
}
