package io.alcove.cel.checker;

import io.alcove.cel.type.CelType;
import io.alcove.cel.type.Kind;
import java.util.List;

/** Whether types go together, and what type parameters must stand for that they do. */
record Unification(Substitutions substitutions) {

    private enum Outcome {
        FITS,
        /** It does not fit what the parameter stands for already. */
        CONFLICTS,
        IMPOSSIBLE
    }

    boolean assignable(List<CelType> from, List<CelType> to) {
        if (from.size() != to.size()) {
            return false;
        }
        for (int i = 0; i < from.size(); i++) {
            if (!assignable(from.get(i), to.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean assignable(CelType from, CelType to) {
        if (to.is(Kind.TYPE_PARAMETER)) {
            Outcome outcome = bind(from, to);
            if (outcome != Outcome.IMPOSSIBLE) {
                return outcome == Outcome.FITS;
            }
        }
        if (from.is(Kind.TYPE_PARAMETER)) {
            return bind(to, from) == Outcome.FITS;
        }
        if (from.isDynOrError() || to.isDynOrError()) {
            return true;
        }
        if (from.is(Kind.NULL)) {
            return takesNull(to);
        }
        if (to.is(Kind.NULL)) {
            return takesNull(from);
        }
        return switch (from.kind()) {
            case TYPE -> to.is(Kind.TYPE);
            case OPAQUE, LIST, MAP ->
                    from.kind() == to.kind()
                            && from.name().equals(to.name())
                            && assignable(from.parameters(), to.parameters());
            default -> to.accepts(from);
        };
    }

    private static boolean takesNull(CelType type) {
        return switch (type.kind()) {
            case NULL, OPAQUE, STRUCT, ANY, DURATION, TIMESTAMP -> true;
            default -> false;
        };
    }

    private Outcome bind(CelType type, CelType parameter) {
        if (type.equals(parameter)) {
            return Outcome.FITS;
        }
        CelType known = substitutions.find(parameter);
        if (known == null) {
            if (!isWithin(parameter, type)) {
                substitutions.bind(parameter, type);
                return Outcome.FITS;
            }
            return Outcome.IMPOSSIBLE;
        }
        if (type.equals(known)) {
            return Outcome.FITS;
        }
        if (!assignable(type, known)) {
            return Outcome.CONFLICTS;
        }
        CelType general = mostGeneral(type, known);
        if (!isWithin(parameter, general)) {
            substitutions.bind(parameter, general);
        }
        return Outcome.FITS;
    }

    private boolean isWithin(CelType parameter, CelType type) {
        if (parameter.equals(type)) {
            return true;
        }
        if (type.is(Kind.TYPE_PARAMETER)) {
            CelType known = substitutions.find(type);
            return known != null && isWithin(parameter, known);
        }
        return type.parameters().stream().anyMatch(p -> isWithin(parameter, p));
    }

    /** The less specific of two types that go together. */
    static CelType mostGeneral(CelType first, CelType second) {
        return isEqualOrLessSpecific(first, second) ? first : second;
    }

    private static boolean isEqualOrLessSpecific(CelType first, CelType second) {
        if (first.isDyn() || first.is(Kind.TYPE_PARAMETER)) {
            return true;
        }
        if (second.isDyn() || second.is(Kind.TYPE_PARAMETER) || first.kind() != second.kind()) {
            return false;
        }
        return switch (first.kind()) {
            case TYPE -> true;
            case OPAQUE, LIST, MAP -> areLessSpecific(first, second);
            default -> first.equals(second);
        };
    }

    private static boolean areLessSpecific(CelType first, CelType second) {
        if (!first.name().equals(second.name())
                || first.parameters().size() != second.parameters().size()) {
            return false;
        }
        for (int i = 0; i < first.parameters().size(); i++) {
            if (!isEqualOrLessSpecific(first.parameter(i), second.parameter(i))) {
                return false;
            }
        }
        return true;
    }
}
