import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";

const root = path.resolve(__dirname, "../..");

const shipped = [
  "scripts",
  "kernel",
  "package.json",
  "package-lock.json",
  "requirements.txt",
  "tsconfig.json",
];

const kernelFolder = path.join(root, "kernel");

const compiler = path.join(root, "node_modules", "@tslab");
const makeModules = `/bin/rm -rf node_modules; /bin/mkdir node_modules; /bin/ln -s '${compiler}' node_modules`;

/** Not what builds make beside the kernel's sources, and take away, while this copies. */
const isShipped = (file: string) => !path.relative(kernelFolder, file).startsWith("dist");

/**
 * A copy of the project on a machine that has nothing but what a test puts there: its programs
 * are shell scripts that note each call and do as little as the set-up can see.
 */
export class Machine {
  readonly folder = mkdtempSync(path.join(os.tmpdir(), "spellgrad-machine-"));
  project = path.join(this.folder, "project");
  private readonly bin = path.join(this.folder, "bin");
  private readonly notes = path.join(this.folder, "calls");

  constructor() {
    mkdirSync(this.bin);
    mkdirSync(this.project);
    for (const name of shipped) {
      cpSync(path.join(root, name), this.in(name), { recursive: true, filter: isShipped });
    }
  }

  in(...parts: string[]): string {
    return path.join(this.project, ...parts);
  }

  /** Puts a program on the PATH; the text is the body of a shell script. */
  program(name: string, body: string): this {
    const file = path.join(this.bin, name);
    writeFileSync(file, `#!/bin/sh\necho "\${0##*/} $*" >>'${this.notes}'\n${body}\n`);
    chmodSync(file, 0o755);
    return this;
  }

  /** An npm whose `ci` makes node_modules with the kernel's compiler, or does `instead`. */
  npm(instead = makeModules): this {
    return this.program("npm", instead);
  }

  /** A Python of that version whose pip does `install`; `venv: false` is Debian's bare one. */
  python(
    version = "3.11.7",
    { name = "python3", venv = true, install = "" }: Partial<FakePython> = {},
  ): this {
    const numbers = version.split(".");
    const executable = path.join(this.bin, name);
    return this.program(
      name,
      `
case "$*" in
  *version_info*executable*) echo ${numbers.join(" ")} ${venv ? 1 : 0} ${executable} ;;
  *version_info*) echo ${numbers.slice(0, 2).join(".")} ;;
  "-m venv "*)
    /bin/mkdir -p "$3/bin" && /bin/cp "$0" "$3/bin/python"
    printf '#!%s/bin/python\\n' "$3" >"$3/bin/jupyter" ;;
  "-m pip "*) ${install || ":"} ;;
esac`,
    );
  }

  /** Runs one of the project's scripts with Node, as `npm run` does. */
  run(
    script: string,
    env: Record<string, string> = {},
    ...args: readonly string[]
  ): { code: number | null; said: string } {
    const command = [this.in("scripts", script), ...args];
    const { status, stdout, stderr } = spawnSync(process.execPath, command, {
      cwd: this.project,
      env: { PATH: this.bin, HOME: this.folder, ...env },
      encoding: "utf8",
      timeout: 60_000,
    });
    return { code: status, said: stdout + stderr };
  }

  /** The programs called since the last question, such as "npm ci --omit=dev". */
  calls(): string[] {
    if (!existsSync(this.notes)) return [];
    const calls = readFileSync(this.notes, "utf8").trim().split("\n");
    rmSync(this.notes);
    return calls;
  }

  moveProject(): void {
    const to = path.join(this.folder, "moved");
    renameSync(this.project, to);
    this.project = to;
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

interface FakePython {
  name: string;
  venv: boolean;
  install: string;
}
