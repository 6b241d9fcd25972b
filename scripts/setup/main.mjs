import { say } from "./say.mjs";
import { setUp } from "./steps.mjs";

await setUp();
console.log(
  say({
    en: "Everything is there: `npm start` opens the first lesson.",
    ru: "Всё готово: `npm start -- --lang ru` открывает начальную страницу.",
  }),
);
