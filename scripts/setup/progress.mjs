import { say } from "./say.mjs";

const seconds = (since) => {
  const passed = ((performance.now() - since) / 1000).toFixed(1);
  return say({ en: `${passed} s`, ru: `${passed.replace(".", ",")} с` });
};

const terminal = process.stdout.isTTY;

/** Puts `text` on the terminal's last line, in place of what stood there. */
function redraw(text) {
  const width = process.stdout.columns || 80;
  process.stdout.write(`\r\x1b[2K${text.length < width ? text : `${text.slice(0, width - 2)}…`}`);
}

/**
 * Does one step aloud: its name at once, on a terminal its running time and the last thing it
 * said, at the end how long it took. `work` is given a function that hears what the step says.
 */
export async function aloud(title, work) {
  const start = performance.now();
  let last = "";
  let clock;
  if (terminal) {
    const draw = () => redraw(`  … ${title}  ${seconds(start)}  ${last}`);
    draw();
    clock = setInterval(draw, 200);
  } else console.log(`  … ${title}`);
  const finish = (sign) => {
    clearInterval(clock);
    if (terminal) redraw("");
    console.log(`  ${sign} ${title}  ${seconds(start)}`);
  };
  try {
    const result = await work((line) => {
      last = line;
    });
    finish("✓");
    return result;
  } catch (error) {
    finish("✗");
    throw error;
  }
}
