package io.alcove.cel.checker;

import io.alcove.cel.syntax.Expr;
import java.util.ArrayList;
import java.util.List;

/** What a node consists of, in the order of evaluation. */
public final class Children {

    private Children() {}

    public static List<Expr> of(Expr expr) {
        List<Expr> children = new ArrayList<>();
        switch (expr) {
            case Expr.Literal _, Expr.Ident _, Expr.Invalid _ -> {}
            case Expr.Select e -> children.add(e.operand());
            case Expr.Call e -> {
                Expr target = e.target();
                if (target != null) {
                    children.add(target);
                }
                children.addAll(e.arguments());
            }
            case Expr.ListLiteral e -> children.addAll(e.elements());
            case Expr.MapLiteral e ->
                    e.entries()
                            .forEach(entry -> children.addAll(List.of(entry.key(), entry.value())));
            case Expr.StructLiteral e -> e.fields().forEach(field -> children.add(field.value()));
            case Expr.Comprehension e ->
                    children.addAll(
                            List.of(e.range(), e.initial(), e.condition(), e.step(), e.result()));
        }
        return children;
    }
}
