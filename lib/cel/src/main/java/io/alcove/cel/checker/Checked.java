package io.alcove.cel.checker;

import io.alcove.cel.function.Overload;
import io.alcove.cel.syntax.Expr;
import io.alcove.cel.syntax.Issues;
import io.alcove.cel.syntax.Positions;
import io.alcove.cel.type.CelType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expression whose types are known.
 *
 * @param expr with qualified names resolved
 */
public record Checked(
        Expr expr,
        Positions positions,
        CelType[] types,
        @Nullable List<Overload>[] overloads,
        Issues issues) {

    public boolean ok() {
        return issues.isEmpty();
    }

    public CelType type(Expr of) {
        return of.id() < types.length ? types[of.id()] : CelType.DYN;
    }

    public CelType resultType() {
        return type(expr);
    }

    /** What a call may mean: one overload, or several where types are dynamic. */
    public List<Overload> overloads(Expr.Call call) {
        List<Overload> found = overloads[call.id()];
        return found == null ? List.of() : found;
    }
}
