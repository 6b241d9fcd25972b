import { setUp } from "./steps.mjs";

await setUp();
console.log("Everything is there: `npm start` opens the first lesson.");
