import { spawnSync } from "node:child_process";
import { SetupError } from "./failures.mjs";
import { say } from "./say.mjs";

const names = ["python3", "python", "python3.13", "python3.12", "python3.11", "python3.10"];

const probe = `
import sys
try:
    import venv, ensurepip
    able = True
except ImportError:
    able = False
print(*sys.version_info[:3], int(able), sys.executable)
`;

/** What the Python of that name is, or undefined when there is none that runs. */
function ask(name) {
  const { status, stdout } = spawnSync(name, ["-c", probe], { encoding: "utf8" });
  if (status !== 0) return undefined;
  const [major, minor, micro, able, ...executable] = stdout.trim().split(" ");
  return {
    name,
    executable: executable.join(" "),
    version: `${major}.${minor}.${micro}`,
    recent: Number(major) === 3 && Number(minor) >= 10,
    able: able === "1",
  };
}

/**
 * The first Python on the PATH that can make the project's environment: 3.10 or newer and,
 * unless uv does the making, with its `venv` module.
 *
 * @throws {SetupError} a sentence that names what was found instead.
 */
export function findPython({ needsVenv }) {
  const found = [];
  for (const name of names) {
    const python = ask(name);
    if (python?.recent && (python.able || !needsVenv)) return python;
    if (python) found.push(python);
  }
  const unable = found.find((python) => python.recent);
  if (unable) {
    const [major, minor] = unable.version.split(".");
    const install = `Debian, Ubuntu: apt install python${major}.${minor}-venv`;
    throw new SetupError(
      say({
        en:
          `${unable.name} (${unable.version}) lacks its venv module: ` +
          `install it (${install}) and run the command again.`,
        ru:
          `У ${unable.name} (${unable.version}) нет модуля venv: ` +
          `установите его (${install}) и повторите команду.`,
      }),
    );
  }
  const [other] = found;
  const from = "https://www.python.org/downloads (Debian, Ubuntu: apt install python3-venv)";
  throw new SetupError(
    say({
      en:
        "Spellgrad needs Python 3.10 or newer, and " +
        `${other ? `${other.name} is ${other.version}` : "none was found"}: ` +
        `install one from ${from} and run the command again.`,
      ru:
        "Для Spellgrad нужен Python 3.10 или новее, а " +
        `${other ? `${other.name} — это ${other.version}` : "никакого не нашлось"}: ` +
        `установите его с ${from} и повторите команду.`,
    }),
  );
}
