import { ts } from "./typescript";

const { factory } = ts;

/**
 * `{ x }` becomes `{ x: exports.x }` where an earlier cell declared `x`. tslab writes `exports.` in
 * front of names from earlier cells, but takes the name of a shorthand property for the property's
 * alone; without this the variable would not be found.
 *
 * @param isEarlier whether a file holds the declarations of earlier cells
 */
export const spelledOut =
  (
    checker: ts.TypeChecker,
    isEarlier: (file: ts.SourceFile) => boolean,
  ): ts.TransformerFactory<ts.SourceFile> =>
  (context) => {
    const visit = (node: ts.Node): ts.Node => {
      if (!ts.isShorthandPropertyAssignment(node)) return ts.visitEachChild(node, visit, context);
      const declarations = checker.getShorthandAssignmentValueSymbol(node)?.declarations ?? [];
      if (!declarations.some((it) => isEarlier(it.getSourceFile()))) return node;
      const variable = factory.createPropertyAccessExpression(
        factory.createIdentifier("exports"),
        node.name.text,
      );
      // In a destructuring assignment, `({ x = 1 } = given)`, there may be a default.
      const initial = node.objectAssignmentInitializer;
      const value = initial
        ? factory.createAssignment(variable, ts.visitNode(initial, visit) as ts.Expression)
        : variable;
      return factory.createPropertyAssignment(node.name.text, value);
    };
    return (file) => ts.visitNode(file, visit) as ts.SourceFile;
  };
