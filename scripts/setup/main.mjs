import { say } from "./say.mjs";
import { setUp } from "./steps.mjs";

// With `--dev` it brings the packages for tests and lint, too; `npm run lint` begins with it.
const dev = process.argv.includes("--dev");
await setUp({ dev });
if (!dev)
  console.log(
    say({
      en: "Everything is there: `npm start` opens the start page.",
      ru: "Всё готово: `npm start -- --lang ru` открывает начальную страницу.",
    }),
  );
