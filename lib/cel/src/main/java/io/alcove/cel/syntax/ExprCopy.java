package io.alcove.cel.syntax;

import java.util.List;

/** Copies expressions, giving each node a new id at the same place. */
final class ExprCopy {

    private final Positions positions;

    ExprCopy(Positions positions) {
        this.positions = positions;
    }

    private int id(int of) {
        return positions.next(positions.of(of));
    }

    private List<Expr> all(List<Expr> exprs) {
        return exprs.stream().map(this::of).toList();
    }

    Expr of(Expr expr) {
        return switch (expr) {
            case Expr.Literal e -> new Expr.Literal(id(e.id()), e.value());
            case Expr.Ident e -> new Expr.Ident(id(e.id()), e.name());
            case Expr.Invalid e -> new Expr.Invalid(id(e.id()));
            case Expr.Select e ->
                    new Expr.Select(id(e.id()), of(e.operand()), e.field(), e.testOnly());
            case Expr.Call e -> call(e);
            case Expr.ListLiteral e ->
                    new Expr.ListLiteral(id(e.id()), all(e.elements()), e.optionals());
            case Expr.MapLiteral e -> map(e);
            case Expr.StructLiteral e -> struct(e);
            case Expr.Comprehension e -> comprehension(e);
        };
    }

    private Expr call(Expr.Call e) {
        Expr target = e.target();
        return new Expr.Call(
                id(e.id()), target == null ? null : of(target), e.function(), all(e.arguments()));
    }

    private Expr map(Expr.MapLiteral e) {
        List<Expr.MapEntry> entries =
                e.entries().stream()
                        .map(
                                entry ->
                                        new Expr.MapEntry(
                                                id(entry.id()),
                                                of(entry.key()),
                                                of(entry.value()),
                                                entry.optional()))
                        .toList();
        return new Expr.MapLiteral(id(e.id()), entries);
    }

    private Expr struct(Expr.StructLiteral e) {
        List<Expr.StructField> fields =
                e.fields().stream()
                        .map(
                                field ->
                                        new Expr.StructField(
                                                id(field.id()),
                                                field.name(),
                                                of(field.value()),
                                                field.optional()))
                        .toList();
        return new Expr.StructLiteral(id(e.id()), e.typeName(), fields);
    }

    private Expr comprehension(Expr.Comprehension e) {
        return new Expr.Comprehension(
                id(e.id()),
                of(e.range()),
                e.variable(),
                e.secondVariable(),
                e.accumulator(),
                of(e.initial()),
                of(e.condition()),
                of(e.step()),
                of(e.result()));
    }
}
