import ts from 'typescript';

/** What a strict TypeScript project would complain of in these files, each with the file that it is of. */
export function strictErrors(
  files: readonly string[],
  more: ts.CompilerOptions,
): { file: string | undefined; message: string }[] {
  const program = ts.createProgram(files, {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    ...more,
  });
  return ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => ({
    file: file?.fileName,
    message: ts.flattenDiagnosticMessageText(messageText, '\n'),
  }));
}
