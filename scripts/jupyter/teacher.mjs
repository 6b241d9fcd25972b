import path from "node:path";

/**
 * Takes `--teacher [COURSE]` out of a command line: with it JupyterLab shows nbgrader's panels,
 * and opens the course's folder where one is named.
 *
 * @param {string[]} args
 * @returns {{ teacher: boolean, course?: string, rest: string[] }}
 */
export function takeTeacher(args) {
  const at = args.indexOf("--teacher");
  if (at < 0) return { teacher: false, rest: args };
  const named = args[at + 1] !== undefined && !args[at + 1].startsWith("-");
  return {
    teacher: true,
    // npm runs scripts in the project's folder; a relative path means where npm was called.
    course: named ? path.resolve(process.env.INIT_CWD ?? ".", args[at + 1]) : undefined,
    rest: args.toSpliced(at, named ? 2 : 1),
  };
}
