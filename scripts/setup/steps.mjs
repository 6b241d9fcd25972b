import { alone } from "./alone.mjs";
import { explain, SetupError } from "./failures.mjs";
import { kernel } from "./kernel.mjs";
import { npmPackages } from "./npm-packages.mjs";
import { aloud } from "./progress.mjs";
import { pythonPackages } from "./python-packages.mjs";
import { say } from "./say.mjs";

const stopped = () =>
  say({
    en: "Stopped. The same command goes on from here.",
    ru: "Остановлено. Та же команда продолжит с этого места.",
  });

/**
 * Brings the project's folder into working order: does what is missing, says each step, and is
 * quiet about what is there. Ends the process with 1 and one sentence when a step fails; it can
 * be run again at any time.
 *
 * @param dev whether to install the packages for tests and lint, too
 * @param more steps that only some commands need
 */
export async function setUp({ dev = false, more = [] } = {}) {
  const stop = () => {
    console.error(`\n${stopped()}`);
    process.exit(130);
  };
  process.once("SIGINT", stop).once("SIGTERM", stop);
  try {
    const steps = [npmPackages({ dev }), pythonPackages(), kernel(), ...more];
    if (steps.every((step) => step.done())) return;
    await alone(async () => {
      for (const step of steps) {
        if (!step.done()) await aloud(step.title, (said) => step.make(said));
      }
    });
  } catch (error) {
    const sentence = error instanceof SetupError ? error.message : explain(String(error), "npm");
    if (!sentence) throw error;
    console.error(`\n${sentence}`);
    process.exit(1);
  } finally {
    process.off("SIGINT", stop).off("SIGTERM", stop);
  }
}
