package io.alcove.cel.cost;

import io.alcove.cel.checker.Checked;
import io.alcove.cel.syntax.Expr;
import io.alcove.cel.type.CelType;
import io.alcove.cel.value.Values;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of the sizes of an expression's parts. */
final class Sizes {

    private final Checked checked;
    private final SizeSource source;
    private final LocalVariables variables;
    private final Map<Integer, List<String>> paths = new HashMap<>();
    private final Map<Integer, Range> computed = new HashMap<>();
    private final Map<Integer, EntrySize> entries = new HashMap<>();

    Sizes(Checked checked, SizeSource source, LocalVariables variables) {
        this.checked = checked;
        this.source = source;
        this.variables = variables;
    }

    List<String> path(Expr expr) {
        if (expr instanceof Expr.Ident(int _, String name)) {
            LocalVariables.Variable variable = variables.find(name);
            if (variable != null) {
                return variable.path();
            }
        }
        return paths.getOrDefault(expr.id(), List.of());
    }

    void setPath(Expr expr, List<String> path) {
        paths.put(expr.id(), path);
    }

    void setSize(Expr expr, @Nullable Range size) {
        if (size != null) {
            computed.put(expr.id(), size);
        }
    }

    void setEntrySize(Expr expr, @Nullable EntrySize size) {
        if (size != null) {
            entries.put(expr.id(), size);
        }
    }

    void copy(Expr to, Expr from) {
        setSize(to, size(from));
        setEntrySize(to, entrySize(from));
    }

    @Nullable Range size(Expr expr) {
        Range known = computed.get(expr.id());
        if (known != null) {
            return known;
        }
        Range own = literal(expr);
        if (own != null) {
            return own;
        }
        List<String> path = path(expr);
        Range outside = source.size(path).orElse(null);
        if (outside != null) {
            computed.put(expr.id(), outside);
            return outside;
        }
        Range scalar = scalar(checked.type(expr));
        if (scalar != null) {
            return scalar;
        }
        if (expr instanceof Expr.Ident(int _, String name)) {
            LocalVariables.Variable variable = variables.find(name);
            return variable == null ? null : variable.size();
        }
        return null;
    }

    Range sizeOrUnknown(Expr expr) {
        Range size = size(expr);
        return size == null ? Range.UNKNOWN : size;
    }

    @Nullable EntrySize entrySize(@Nullable Expr expr) {
        if (expr == null) {
            return null;
        }
        EntrySize known = entries.get(expr.id());
        if (known != null) {
            return known;
        }
        if (expr instanceof Expr.Ident(int _, String name)) {
            LocalVariables.Variable variable = variables.find(name);
            return variable == null ? null : variable.entrySize();
        }
        return null;
    }

    private static @Nullable Range literal(Expr expr) {
        return switch (expr) {
            case Expr.Literal e -> Range.exactly(Values.size(e.value()));
            case Expr.ListLiteral e -> Range.exactly(e.elements().size());
            case Expr.MapLiteral e -> Range.exactly(e.entries().size());
            default -> null;
        };
    }

    private static @Nullable Range scalar(CelType type) {
        return switch (type.kind()) {
            case BOOL, DOUBLE, DURATION, INT, TIMESTAMP, UINT -> Range.ONE;
            case OPAQUE -> type.isOptional() ? scalar(type.parameter(0)) : null;
            default -> null;
        };
    }
}
