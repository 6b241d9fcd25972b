const rules = new Intl.PluralRules("ru");

/** The form of a Russian word after a number; after a fraction it is that of "few": 1,5 строки. */
export function russian(n: number, one: string, few: string, many: string): string {
  const form = rules.select(n);
  return form === "one" ? one : form === "many" ? many : few;
}

/**
 * What the kernel says to a learner, in each language of a notebook.
 *
 * The notebook chooses: a library that its cells call leaves the language's name in
 * `globalThis[Symbol.for("Jupyter.language")]` of the process that runs them. With the outcome of
 * each cell the name goes to the front, and with the next cell to the compiler.
 */
const texts = {
  en: {
    cell: (number?: number) => (number === undefined ? "cell" : `cell ${number}`),
    interrupted: "the cell was interrupted",
    interruptedEarly: "the cell was interrupted before it ran",
    outOfMemory: "the cell needed more memory than its process may have",
    crashed: (why: string) => `the cell's process crashed (${why})`,
    ended: (code: number) => `the cell ended its process with code ${code}`,
    killed: (signal: string) => `the cell's process was ended (${signal})`,
    lost: (cause: string) =>
      `${cause}; variables are lost. A fresh process is ready for the next cell.`,
    compilerDied: (why: string) =>
      `the compiler of cells has stopped (${why}). A fresh one is there, which knows nothing of ` +
      "the cells so far: run those above again.",
    compilerLost: (why: string) =>
      `the compiler of cells cannot run (${why}). Restart the kernel; if that is no help, files of ` +
      "the project are damaged: delete the folders node_modules and kernel/dist, run " +
      "`npm run setup`, and restart the kernel once more.",
    cellEnds: (expected: string) => `${expected} The cell ends here.`,
    undefinedNames: (names: string) =>
      `No cell that has run defines ${names}. Run the cells above this one; after a restart of ` +
      "the kernel they all have to run again (Run › Run All Above Selected Cell).",
    andMore: (n: number) => `(and ${n} more)`,
    notShown: (why: string) => `an error that cannot be shown: ${why}`,
    browserOnly: (name: string, missing: string) =>
      `${name} works in browsers only: it needs \`${missing}\`, and cells run in Node. To draw a ` +
      "figure of your own, end a cell with new nn.plots.Figure({ data, layout, description }).",
    rejected: "A promise was rejected, and nothing awaits it:",
    thrownOutside: "An error was thrown outside of any cell's own code:",
    nobodyAnswers:
      "prompt needs somebody to answer, and this notebook runs without (allow_stdin is false): " +
      "give the value in the cell instead.",
    noBundle: (got: string) =>
      '[Symbol.for("Jupyter.display")]() must return an object with MIME types as its keys, ' +
      `such as { "text/plain": "…" }, and it returned ${got}.`,
    size: (rows: number, columns: number) =>
      `${rows} ${rows === 1 ? "row" : "rows"} × ${columns} ${columns === 1 ? "column" : "columns"}`,
    moreCharacters: (n: number) => `… ${n} more characters`,
    printsAll: (code: string) => `${code} prints all of it`,
  },
  ru: {
    cell: (number?: number) => (number === undefined ? "ячейка" : `ячейка ${number}`),
    interrupted: "ячейка прервана",
    interruptedEarly: "ячейка прервана раньше, чем начала выполняться",
    outOfMemory: "ячейке понадобилось больше памяти, чем есть у её процесса",
    crashed: (why: string) => `процесс ячейки аварийно завершился (${why})`,
    ended: (code: number) => `ячейка завершила свой процесс с кодом ${code}`,
    killed: (signal: string) => `процесс ячейки завершён извне (${signal})`,
    lost: (cause: string) =>
      `${cause}; переменные потеряны. Для следующей ячейки готов новый процесс.`,
    compilerDied: (why: string) =>
      `компилятор ячеек остановился (${why}). Уже готов новый, но прежних ячеек он не знает: ` +
      "выполните их ещё раз.",
    compilerLost: (why: string) =>
      `компилятор ячеек не работает (${why}). Перезапустите ядро; если это не поможет, файлы ` +
      "проекта повреждены: удалите папки node_modules и kernel/dist, выполните `npm run setup` " +
      "и перезапустите ядро ещё раз.",
    cellEnds: (expected: string) => `${expected} Здесь ячейка кончается.`,
    undefinedNames: (names: string) =>
      `Ни одна из выполненных ячеек не определяет ${names}. Выполните ячейки выше этой; после перезапуска ` +
      "ядра все они нужны снова (Выполнить › Выполнить все ячейки, выше выбранной).",
    andMore: (n: number) => `(и ещё ${n})`,
    notShown: (why: string) => `ошибка, которую нельзя показать: ${why}`,
    browserOnly: (name: string, missing: string) =>
      `${name} работает только в браузере: ему нужен \`${missing}\`, а ячейки выполняет Node. Чтобы ` +
      "нарисовать свой график, закончите ячейку на new nn.plots.Figure({ data, layout, description }).",
    rejected: "Промис отклонён, и никто его не ждёт:",
    thrownOutside: "Ошибка возникла вне кода какой-либо ячейки:",
    nobodyAnswers:
      "prompt ждёт ответа, а эта тетрадь выполняется без человека (allow_stdin равен false): " +
      "задайте значение прямо в ячейке.",
    noBundle: (got: string) =>
      '[Symbol.for("Jupyter.display")]() должен вернуть объект, ключи которого — типы MIME, ' +
      `например { "text/plain": "…" }, а вернул ${got}.`,
    size: (rows: number, columns: number) =>
      `${rows} ${russian(rows, "строка", "строки", "строк")} × ` +
      `${columns} ${russian(columns, "столбец", "столбца", "столбцов")}`,
    moreCharacters: (n: number) => `… и ещё символов: ${n}`,
    printsAll: (code: string) => `целиком: ${code}`,
  },
};

export type Language = keyof typeof texts;

const key = Symbol.for("Jupyter.language");
const scope = globalThis as { [key]?: unknown };

/** The language of this process or thread; English, while nobody has chosen one that we speak. */
export function spoken(): Language {
  const name = scope[key];
  return typeof name === "string" && Object.hasOwn(texts, name) ? (name as Language) : "en";
}

/** Chooses the language of this process or thread. */
export function speak(name: unknown): void {
  scope[key] = name;
}

/** The sentences in the language that is spoken now: to be read when they are said. */
export const words = (): (typeof texts)["en"] => texts[spoken()];
