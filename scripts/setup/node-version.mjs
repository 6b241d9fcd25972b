// Read by any Node that knows modules, so nothing newer than Node 12's syntax stands here
// or in the files that import it directly.

import { say } from "./say.mjs";

const needed = 20;

/** Goes on with `main` on Node >= 20; says so in one sentence and exits with 1 on an older one. */
export function onNode20(main) {
  const version = process.versions.node;
  if (Number(version.split(".")[0]) >= needed) return main();
  console.error(
    say({
      en:
        `Spellgrad needs Node ${needed} or newer, and this is Node ${version}: ` +
        "install a current one from https://nodejs.org and run the command again.",
      ru:
        `Для Spellgrad нужен Node ${needed} или новее, а это Node ${version}: ` +
        "установите свежий с https://nodejs.org и повторите команду.",
    }),
  );
  process.exit(1);
}
