/**
 * A process in which cells can't change what others stand on: JavaScript's own objects and the
 * exports of the project's files. Homework is graded so. A cell that tries meets a TypeError,
 * and the cells behind it find `Math.exp` to be what it was.
 */

/** Whoever starts the kernel asks for it. */
const wanted = process.env.SPELLGRAD_LOCKED === "1";

const names = `Object Function Array Number Boolean String Symbol BigInt Map Set WeakMap WeakSet
  RegExp Date Promise Reflect JSON Math Atomics ArrayBuffer SharedArrayBuffer DataView Int8Array
  Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float32Array
  Float64Array BigInt64Array BigUint64Array`.split(/\s+/);

/**
 * Libraries assign to these, which must go on: to give an object of theirs a method of that name,
 * or to bring an old browser what it lacks.
 */
const assigned = new Set<PropertyKey>(
  `toString valueOf toLocaleString hasOwnProperty isPrototypeOf propertyIsEnumerable
   isFinite isInteger isNaN`.split(/\s+/),
);

/** Modules of Node that the runner itself calls by their names, and that no library extends. */
const ofNode = ["node:fs", "node:path", "node:timers/promises"];

export function lockLanguage(): void {
  if (!wanted) return;
  const globals = globalThis as unknown as Record<string, { prototype?: object }>;
  const typedArray = Object.getPrototypeOf(Int8Array);
  const iterators = [
    [][Symbol.iterator](),
    new Map().entries(),
    new Set().values(),
    ""[Symbol.iterator](),
  ];
  for (const name of names) {
    const value = globals[name];
    lock(value);
    if (value.prototype) lock(value.prototype);
    Object.defineProperty(globalThis, name, { value, writable: false, configurable: false });
  }
  for (const one of [typedArray, typedArray.prototype]) lock(one);
  for (const one of iterators) lock(Object.getPrototypeOf(one));
  lock(Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]())));
  for (const name of ofNode) Object.freeze(require(name));
  const env = Object.freeze({ ...process.env });
  Object.defineProperty(process, "env", { value: env, writable: false, configurable: false });
}

/** Nothing can be added to an object, taken away or replaced. */
function lock(object: object): void {
  for (const key of Reflect.ownKeys(object)) {
    const { value, configurable, writable } = Object.getOwnPropertyDescriptor(
      object,
      key,
    ) as PropertyDescriptor;
    // `Foo.prototype.constructor = Foo`, where `Foo.prototype` is an ordinary object.
    if (object === Object.prototype && key === "constructor") continue;
    if (!configurable) continue;
    if (assigned.has(key)) Object.defineProperty(object, key, heritable(object, key, value));
    else if (writable) Object.defineProperty(object, key, { writable: false, configurable: false });
    else Object.defineProperty(object, key, { configurable: false });
  }
  Object.preventExtensions(object);
}

/**
 * A property that stays what it is, and yet can be assigned to on the objects that inherit it: for
 * a read-only one, JavaScript refuses both.
 */
const heritable = (home: object, key: PropertyKey, value: unknown): PropertyDescriptor => ({
  get: () => value,
  set(this: object, other: unknown) {
    const own = { value: other, writable: true, enumerable: true, configurable: true };
    if (this !== home) Object.defineProperty(this, key, own);
  },
  enumerable: false,
  configurable: false,
});

/** What a file of the project exports stays as it is: all the way down, where it is its own. */
export function lockExports(exports: unknown, allTheWay: boolean): void {
  if (!wanted) return;
  if (allTheWay) freeze(exports, new Set());
  else Object.freeze(exports);
}

function freeze(value: unknown, seen: Set<unknown>): void {
  if ((typeof value !== "object" && typeof value !== "function") || value === null) return;
  // The numbers in a typed array can't be frozen.
  if (seen.has(value) || ArrayBuffer.isView(value)) return;
  seen.add(value);
  Object.freeze(value);
  for (const property of Object.values(Object.getOwnPropertyDescriptors(value)))
    freeze(property.value, seen);
}
