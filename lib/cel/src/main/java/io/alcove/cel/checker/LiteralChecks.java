package io.alcove.cel.checker;

import io.alcove.cel.syntax.Expr;
import io.alcove.cel.type.CelType;
import io.alcove.cel.type.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks lists, maps and objects that an expression spells out. */
final class LiteralChecks {

    private final TypeChecker checker;
    private final Substitutions substitutions;
    private final Complaints complaints;

    LiteralChecks(TypeChecker checker, Substitutions substitutions, Complaints complaints) {
        this.checker = checker;
        this.substitutions = substitutions;
        this.complaints = complaints;
    }

    Expr list(Expr.ListLiteral e) {
        List<Expr> elements = new ArrayList<>();
        CelType joined = null;
        for (int i = 0; i < e.elements().size(); i++) {
            Expr element = checker.check(e.elements().get(i));
            elements.add(element);
            joined = join(joined, valueType(element, e.optionals().contains(i)));
        }
        CelType type = joined == null ? checker.freshParameter() : joined;
        return checker.typed(
                new Expr.ListLiteral(e.id(), elements, e.optionals()), CelType.list(type));
    }

    Expr map(Expr.MapLiteral e) {
        List<Expr.MapEntry> entries = new ArrayList<>();
        CelType keys = null;
        CelType values = null;
        for (Expr.MapEntry entry : e.entries()) {
            Expr key = checker.check(entry.key());
            keys = join(keys, checker.typeOf(key));
            Expr value = checker.check(entry.value());
            values = join(values, valueType(value, entry.optional()));
            entries.add(new Expr.MapEntry(entry.id(), key, value, entry.optional()));
        }
        CelType type =
                keys == null || values == null
                        ? CelType.map(checker.freshParameter(), checker.freshParameter())
                        : CelType.map(keys, values);
        return checker.typed(new Expr.MapLiteral(e.id(), entries), type);
    }

    /** The type of an element, without the optional that may hold it. */
    private CelType valueType(Expr value, boolean optional) {
        CelType type = checker.typeOf(value);
        if (!optional) {
            return type;
        }
        if (!type.isOptional() && !type.isDyn()) {
            complaints.mismatch(value, CelType.optional(type), type);
        }
        return type.withoutOptional();
    }

    private CelType join(@Nullable CelType joined, CelType type) {
        if (joined == null) {
            return type;
        }
        if (substitutions.assignable(joined, type)) {
            return Unification.mostGeneral(joined, type);
        }
        return CelType.DYN;
    }

    Expr struct(Expr.StructLiteral e) {
        CelType named = checker.declared(e.typeName());
        if (named == null) {
            complaints.undeclared(e, e.typeName());
            return checker.typed(e, CelType.ERROR);
        }
        CelType type = structType(e, named);
        String typeName = e.typeName().startsWith(".") ? e.typeName().substring(1) : e.typeName();
        checker.typed(e, type);
        List<Expr.StructField> fields = new ArrayList<>();
        for (Expr.StructField field : e.fields()) {
            Expr value = checker.check(field.value());
            CelType declared = checker.fieldOf(field.id(), typeName, field.name());
            CelType given = valueType(value, field.optional());
            if (!substitutions.assignable(declared, given)) {
                complaints.at(
                        field.id(),
                        "expected type of field '%s' is '%s' but provided type is '%s'"
                                .formatted(field.name(), declared.display(), given.display()));
            }
            fields.add(new Expr.StructField(field.id(), field.name(), value, field.optional()));
        }
        return checker.typed(new Expr.StructLiteral(e.id(), typeName, fields), type);
    }

    private CelType structType(Expr.StructLiteral e, CelType named) {
        if (!named.is(Kind.TYPE)) {
            complaints.at(e.id(), "'%s' is not a type".formatted(named.name()));
            return CelType.ERROR;
        }
        CelType type = named.parameter(0);
        if (!type.is(Kind.STRUCT)) {
            complaints.at(e.id(), "'%s' is not a message type".formatted(type.name()));
            return CelType.ERROR;
        }
        return type;
    }
}
