/** Code keeps its English names: in backticks, or quoted as the text that it is. */
const code = /`[^`]*`|"[^"]*"/g;

/** English words that stand together in a Russian text, where a name of the code stands alone. */
export const englishIn = (text: string): string[] =>
  text.replace(code, " ").match(/\b[a-z]{3,}[ ,]+(?:\d+[ ,]+)?[a-z]{2,}\b/gi) ?? [];
