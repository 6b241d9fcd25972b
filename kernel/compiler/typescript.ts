import "./load-typescript";
import * as ts from "@tslab/typescript-for-tslab";

/** TypeScript 5.0.4 as tslab carries it. */
export { ts };

/** What tslab's fork exports beyond TypeScript's public types. */
export const internals = ts as unknown as {
  setLocalizedDiagnosticMessages(messages: Record<string, string> | undefined): void;
  getPreEmitDiagnosticsOfFiles(
    program: ts.Program,
    files: readonly ts.SourceFile[],
  ): readonly ts.Diagnostic[];
  /** A message in the language that was chosen last. */
  createCompilerDiagnostic(message: ts.DiagnosticMessage, ...values: string[]): ts.Diagnostic;
  Diagnostics: { Cannot_find_name_0: ts.DiagnosticMessage };
  getTouchingPropertyName(file: ts.SourceFile, position: number): ts.Node;
  SymbolDisplay: {
    getSymbolKind(checker: ts.TypeChecker, symbol: ts.Symbol, location: ts.Node): string;
  };
  SignatureHelp: {
    getSignatureHelpItems(
      program: ts.Program,
      file: ts.SourceFile,
      position: number,
      reason: undefined,
      cancellation: ts.CancellationToken & { throwIfCancellationRequested(): void },
    ): ts.SignatureHelpItems | undefined;
  };
};

/** `parseDiagnostics` is internal to TypeScript: what is wrong with the syntax of a file. */
export const syntaxErrorsOf = (file: ts.SourceFile): readonly ts.DiagnosticWithLocation[] =>
  (file as unknown as { parseDiagnostics: ts.DiagnosticWithLocation[] }).parseDiagnostics;

/** `resolvedModules` is internal to TypeScript: which file each specifier of a file means. */
export function resolvedImports(file: ts.SourceFile): Map<string, ts.ResolvedModuleFull> {
  const found = new Map<string, ts.ResolvedModuleFull>();
  type Resolution = ts.ResolvedModuleFull | { resolvedModule?: ts.ResolvedModuleFull };
  const { resolvedModules } = file as unknown as {
    resolvedModules?: {
      forEach(visit: (resolution: Resolution | undefined, name: string) => void): void;
    };
  };
  resolvedModules?.forEach((resolution, name) => {
    const module =
      resolution && "resolvedModule" in resolution ? resolution.resolvedModule : resolution;
    if (module) found.set(name, module as ts.ResolvedModuleFull);
  });
  return found;
}
