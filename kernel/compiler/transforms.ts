import { ts } from "./typescript";

const { factory } = ts;

type Visit = (statement: ts.Statement) => ts.Statement | ts.Statement[] | undefined;

const eachStatement =
  (visit: Visit): ts.TransformerFactory<ts.SourceFile> =>
  () =>
  (file) => {
    const statements = file.statements.flatMap((statement) => visit(statement) ?? []);
    return factory.updateSourceFile(file, statements);
  };

/**
 * `let x = 1` at a cell's top level becomes `export let x = 1`, which TypeScript compiles to
 * `exports.x = 1`, with every use of `x` an `exports.x`. So there is one `x`: a function sees the
 * value that a later cell gives to it, also when that cell declares `x` again.
 *
 * tslab's own way is a local variable and a copy of it in `exports`.
 */
export const exportVariables: ts.TransformerFactory<ts.SourceFile> = (context) => (file) => {
  const exported = new Set<string>();
  const variables = eachStatement((statement) => {
    if (!ts.isVariableStatement(statement)) return statement;
    const { declarations, flags } = statement.declarationList;
    for (const { name } of declarations) eachName(name, (id) => exported.add(id.text));
    return factory.updateVariableStatement(
      statement,
      [factory.createModifier(ts.SyntaxKind.ExportKeyword)],
      factory.updateVariableDeclarationList(
        statement.declarationList,
        declarations.map((it) => (flags & ts.NodeFlags.Const ? it : initialised(it))),
      ),
    );
  });
  const others = eachStatement((statement) => {
    const clause = ts.isExportDeclaration(statement) && statement.exportClause;
    if (!clause || !ts.isNamedExports(clause)) return statement;
    const rest = clause.elements.filter(({ name }) => !exported.has(name.text));
    return factory.createExportDeclaration(undefined, false, factory.createNamedExports(rest));
  });
  return others(context)(variables(context)(file));
};

function eachName(name: ts.BindingName, visit: (id: ts.Identifier) => void): void {
  const elements = ts.isIdentifier(name) ? [] : name.elements;
  if (ts.isIdentifier(name)) visit(name);
  for (const element of elements) {
    if (!ts.isOmittedExpression(element)) eachName(element.name, visit);
  }
}

/** `let x;` makes `x` undefined, also where an earlier cell gave a value to an `x`. */
const initialised = (declaration: ts.VariableDeclaration): ts.VariableDeclaration =>
  declaration.initializer || !ts.isIdentifier(declaration.name)
    ? declaration
    : factory.updateVariableDeclaration(
        declaration,
        declaration.name,
        undefined,
        undefined,
        factory.createVoidZero(),
      );

/**
 * The `exports` of all cells is one plain object, whose properties any cell may set again.
 * - `Object.defineProperty(exports, "a", { get: function () { return b.a; } })` → `exports.a = b.a`
 * - `exports.a = exports.b = void 0;` at the start is left out: a cell that fails on its way to
 *   `a` leaves the `a` of an earlier cell as it was.
 */
export const plainExports = eachStatement((statement) => {
  if (!ts.isExpressionStatement(statement)) return statement;
  const { expression } = statement;
  if (ts.isCallExpression(expression) && isDefineProperty(expression)) {
    const [, name, descriptor] = expression.arguments;
    const getter = returned(descriptor as ts.ObjectLiteralExpression);
    return (
      getter && factory.createExpressionStatement(assignExport(name as ts.StringLiteral, getter))
    );
  }
  return isReset(expression) ? undefined : statement;
});

const isDefineProperty = ({ expression, arguments: [target] }: ts.CallExpression): boolean =>
  ts.isPropertyAccessExpression(expression) &&
  expression.name.text === "defineProperty" &&
  target !== undefined &&
  isExports(target);

const isExports = (node: ts.Expression) => ts.isIdentifier(node) && node.text === "exports";

const assignExport = (name: ts.StringLiteral, value: ts.Expression) =>
  factory.createAssignment(
    factory.createPropertyAccessExpression(factory.createIdentifier("exports"), name.text),
    value,
  );

/** What the descriptor's getter returns; `__esModule` has a value and no getter. */
function returned({ properties }: ts.ObjectLiteralExpression): ts.Expression | undefined {
  for (const property of properties) {
    if (!ts.isPropertyAssignment(property)) continue;
    const { initializer } = property;
    if (!ts.isFunctionExpression(initializer)) continue;
    const [only] = initializer.body.statements;
    if (only && ts.isReturnStatement(only)) return only.expression;
  }
}

/** Whether it is `exports.a = exports.b = … = void 0`. */
function isReset(expression: ts.Expression): boolean {
  let node = expression;
  while (
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    ts.isPropertyAccessExpression(node.left) &&
    isExports(node.left.expression)
  ) {
    node = node.right;
  }
  return node !== expression && ts.isVoidExpression(node) && node.pos < 0;
}

/**
 * `f()`, where an earlier cell declared `f`, comes from tslab as `exports.f()`, and becomes
 * `(0, exports.f)()`: it is a call of a function, not of a method of `exports`.
 */
export const callsOfFunctions: ts.TransformerFactory<ts.SourceFile> = (context) => (file) => {
  const visit = (node: ts.Node): ts.Node => {
    const seen = ts.visitEachChild(node, visit, context);
    if (!ts.isCallExpression(seen)) return seen;
    const { expression, typeArguments, arguments: args } = seen;
    if (!ts.isPropertyAccessExpression(expression) || !isExports(expression.expression))
      return seen;
    const callee = factory.createComma(factory.createNumericLiteral(0), expression);
    const inBrackets = factory.createParenthesizedExpression(callee);
    return factory.updateCallExpression(seen, inBrackets, typeArguments, args);
  };
  return ts.visitNode(file, visit) as ts.SourceFile;
};

/**
 * `await x` becomes `__resume(await __await(x))`, and the loop `for await (const v of xs)` goes
 * over `__awaitEach(xs)`: the runner can leave them waiting for ever when the cell is interrupted,
 * and knows whose code goes on afterwards.
 */
export const interruptibleAwait: ts.TransformerFactory<ts.SourceFile> = (context) => (file) => {
  const call = (name: string, value: ts.Expression) =>
    factory.createCallExpression(factory.createIdentifier(name), undefined, [value]);
  const visit = (node: ts.Node): ts.Node => {
    const seen = ts.visitEachChild(node, visit, context);
    if (ts.isAwaitExpression(seen)) {
      const waiting = factory.updateAwaitExpression(seen, call("__await", seen.expression));
      return call("__resume", waiting);
    }
    if (ts.isForOfStatement(seen) && seen.awaitModifier) {
      const values = call("__awaitEach", seen.expression);
      const { awaitModifier, initializer, statement } = seen;
      return factory.updateForOfStatement(seen, awaitModifier, initializer, values, statement);
    }
    return seen;
  };
  return ts.visitNode(file, visit) as ts.SourceFile;
};
