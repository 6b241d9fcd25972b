import * as words from "../words";
import { internals } from "./typescript";

/** Chooses the language of what is said against a cell. TypeScript has its own translations. */
export function speak(language: words.Language): void {
  if (language === words.spoken()) return;
  words.speak(language);
  internals.setLocalizedDiagnosticMessages(
    language === "en"
      ? undefined
      : require(`@tslab/typescript-for-tslab/lib/${language}/diagnosticMessages.generated.json`),
  );
}
