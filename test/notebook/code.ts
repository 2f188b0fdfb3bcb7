// What tests ask of a cell's code: its tokens, and the functions that it calls.
import ts from 'typescript';
import { type Notebook, textOf } from '../../scripts/notebook/notebook.ts';

/** The code of all cells, in order. */
export function codeOf({ cells }: Notebook): { id: string; code: string }[] {
  return cells
    .filter(({ cell_type }) => cell_type === 'code')
    .map(({ id, source }) => ({ id, code: textOf(source) }));
}

/** A piece of code that is no space and no comment; of a word in quotes, what it says. */
export interface Token {
  kind: ts.SyntaxKind;
  text: string;
  isWords: boolean;
}

export function tokensOf(code: string): Token[] {
  const file = ts.createSourceFile('cell.ts', code, ts.ScriptTarget.ES2022, true);
  const tokens: Token[] = [];
  const visit = (node: ts.Node): void => {
    if (node.getChildCount(file) > 0) {
      node.getChildren(file).forEach(visit);
      return;
    }
    const isWords = ts.isStringLiteral(node) || ts.isTemplateLiteralToken(node);
    tokens.push({ kind: node.kind, text: node.getText(file), isWords });
  };
  visit(file);
  return tokens;
}

/** The names of all functions and methods that are called. */
export function callsOf(code: string): Set<string> {
  const calls = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const { expression } = node;
      calls.add(ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText());
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('cell.ts', code, ts.ScriptTarget.ES2022, true));
  return calls;
}
