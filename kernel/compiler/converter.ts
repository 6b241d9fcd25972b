import type { ts } from "./typescript";

/** The part of tslab/dist/converter that the kernel uses. */
export interface Converter {
  convert(
    declarations: string,
    source: string,
  ): {
    diagnostics: { start: { offset: number }; code: number }[];
    output?: string;
    declOutput?: string;
    hasToplevelAwait?: boolean;
    lastExpressionVar?: string;
  };
  inspect(declarations: string, source: string, position: number): ts.QuickInfo | undefined;
  complete(
    declarations: string,
    source: string,
    position: number,
  ): { start: number; end: number; candidates: string[]; original?: ts.CompletionInfo };
  close(): void;
}

/** The part of the module's exports. */
export interface ConverterModule {
  createConverter(options: { isJS: boolean; isBrowser: boolean }): Converter;
  isCompleteCode(source: string): { completed: boolean; indent?: string };
}
