package io.alcove.cel.checker;

import io.alcove.cel.type.CelType;
import io.alcove.cel.type.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What type parameters stand for so far. */
final class Substitutions {

    private Map<CelType, CelType> bound = new HashMap<>();

    @Nullable CelType find(CelType parameter) {
        return bound.get(parameter);
    }

    void bind(CelType parameter, CelType type) {
        bound.put(parameter, type);
    }

    /** Unifies the types one by one; on failure nothing of it is kept. */
    boolean assignable(List<CelType> from, List<CelType> to) {
        Map<CelType, CelType> before = new HashMap<>(bound);
        if (new Unification(this).assignable(from, to)) {
            return true;
        }
        bound = before;
        return false;
    }

    boolean assignable(CelType from, CelType to) {
        return assignable(List.of(from), List.of(to));
    }

    /** The type with parameters replaced; those that stand for nothing stay. */
    CelType apply(CelType type) {
        return apply(type, false);
    }

    /** The type with parameters replaced; those that stand for nothing are dynamic. */
    CelType resolve(CelType type) {
        return apply(type, true);
    }

    private CelType apply(CelType type, boolean unboundIsDyn) {
        CelType known = bound.get(type);
        if (known != null) {
            return apply(known, unboundIsDyn);
        }
        if (type.is(Kind.TYPE_PARAMETER)) {
            return unboundIsDyn ? CelType.DYN : type;
        }
        if (type.parameters().isEmpty()) {
            return type;
        }
        List<CelType> parameters =
                type.parameters().stream().map(p -> apply(p, unboundIsDyn)).toList();
        return new CelType(type.kind(), type.name(), parameters);
    }
}
