package io.alcove.cel.checker;

import io.alcove.cel.function.Overload;
import io.alcove.cel.syntax.Expr;
import io.alcove.cel.syntax.Issues;
import io.alcove.cel.syntax.Operators;
import io.alcove.cel.syntax.Parsed;
import io.alcove.cel.type.CelType;
import io.alcove.cel.type.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the type of each node and the overloads of each call. */
public final class TypeChecker {

    private final Declarations declarations;
    private final Complaints complaints;
    private final Substitutions substitutions = new Substitutions();
    private final CelType[] types;
    private final @Nullable List<Overload>[] overloads;
    private final CallResolution calls;
    private final LiteralChecks literals;
    private Scope scope = new Scope(null);
    private int freshParameters;

    @SuppressWarnings({"unchecked", "rawtypes"})
    private TypeChecker(Declarations declarations, Parsed parsed) {
        this.declarations = declarations;
        this.complaints = new Complaints(parsed.issues(), parsed.positions());
        this.types = new CelType[parsed.positions().bound()];
        Arrays.fill(types, CelType.DYN);
        this.overloads = new List[types.length];
        this.calls = new CallResolution(this, substitutions, complaints);
        this.literals = new LiteralChecks(this, substitutions, complaints);
        declarations.variables().forEach(scope::declare);
    }

    /** Checks what has no syntax errors; what is wrong is among the result's issues. */
    public static Checked check(Parsed parsed, Declarations declarations) {
        TypeChecker checker = new TypeChecker(declarations, parsed);
        Expr expr = checker.check(parsed.expr());
        for (int i = 0; i < checker.types.length; i++) {
            checker.types[i] = checker.substitutions.resolve(checker.types[i]);
        }
        Issues issues = parsed.issues();
        return new Checked(expr, parsed.positions(), checker.types, checker.overloads, issues);
    }

    Declarations declarations() {
        return declarations;
    }

    CelType typeOf(Expr expr) {
        return types[expr.id()];
    }

    Expr typed(Expr expr, CelType type) {
        types[expr.id()] = type;
        return expr;
    }

    void resolved(Expr call, List<Overload> found) {
        overloads[call.id()] = found;
    }

    CelType freshParameter() {
        return CelType.parameter("_var" + freshParameters++);
    }

    /** The expression with names resolved, its type noted. */
    Expr check(Expr expr) {
        return switch (expr) {
            case Expr.Literal e -> typed(e, io.alcove.cel.value.Values.type(e.value()));
            case Expr.Ident e -> ident(e);
            case Expr.Select e -> select(e);
            case Expr.Call e -> call(e);
            case Expr.ListLiteral e -> literals.list(e);
            case Expr.MapLiteral e -> literals.map(e);
            case Expr.StructLiteral e -> literals.struct(e);
            case Expr.Comprehension e -> comprehension(e);
            case Expr.Invalid e -> typed(e, CelType.ERROR);
        };
    }

    /** The type of what a name stands for; null where it is not declared. */
    @Nullable CelType declared(String name) {
        String plain = name.startsWith(".") ? name.substring(1) : name;
        CelType variable = scope.find(plain);
        if (variable != null) {
            return variable;
        }
        CelType constant = declarations.constants().get(plain);
        if (constant != null) {
            return constant;
        }
        CelType named = declarations.typeNames().get(plain);
        return named != null
                ? CelType.typeOf(named)
                : declarations.types().find(plain).map(CelType::typeOf).orElse(null);
    }

    private Expr ident(Expr.Ident e) {
        CelType type = declared(e.name());
        if (type == null) {
            complaints.undeclared(e, e.name());
            return typed(e, CelType.ERROR);
        }
        String plain = e.name().startsWith(".") ? e.name().substring(1) : e.name();
        return typed(new Expr.Ident(e.id(), plain), type);
    }

    /** "a.b.c" where the expression is nothing but names. */
    static Optional<String> qualifiedName(Expr expr) {
        return switch (expr) {
            case Expr.Ident e -> Optional.of(e.name());
            case Expr.Select e when !e.testOnly() ->
                    qualifiedName(e.operand()).map(q -> q + "." + e.field());
            default -> Optional.empty();
        };
    }

    private Expr select(Expr.Select e) {
        Optional<String> name = qualifiedName(e);
        CelType named = name.map(this::declared).orElse(null);
        if (named != null) {
            return typed(new Expr.Ident(e.id(), name.orElseThrow()), named);
        }
        Expr operand = check(e.operand());
        CelType type = field(e, operand, e.field(), false);
        Expr checked = new Expr.Select(e.id(), operand, e.field(), e.testOnly());
        return typed(checked, e.testOnly() ? CelType.BOOL : substitutions.apply(type));
    }

    /** The type of a field of an operand that is checked. */
    private CelType field(Expr at, Expr operand, String field, boolean optional) {
        CelType operandType = substitutions.apply(typeOf(operand));
        CelType target = operandType.withoutOptional();
        CelType result =
                switch (target.kind()) {
                    case MAP -> target.parameter(1);
                    case STRUCT -> fieldOf(at.id(), target.name(), field);
                    case TYPE_PARAMETER -> {
                        substitutions.assignable(CelType.DYN, target);
                        yield CelType.DYN;
                    }
                    default -> {
                        if (!target.isDynOrError()) {
                            complaints.noFields(at, target);
                        }
                        yield CelType.DYN;
                    }
                };
        return operandType.isOptional() || optional ? CelType.optional(result) : result;
    }

    CelType fieldOf(int at, String type, String field) {
        if (declarations.types().find(type).isEmpty()) {
            complaints.at(at, "unexpected failed resolution of '%s'".formatted(type));
            return CelType.ERROR;
        }
        Optional<CelType> found = declarations.types().field(type, field);
        if (found.isEmpty()) {
            complaints.undefinedField(at, field);
        }
        return found.orElse(CelType.ERROR);
    }

    private Expr call(Expr.Call e) {
        return e.function().equals(Operators.OPTIONAL_SELECT) ? optionalSelect(e) : calls.check(e);
    }

    private Expr optionalSelect(Expr.Call e) {
        Expr operand = check(e.arguments().getFirst());
        Expr.Literal field = (Expr.Literal) e.arguments().getLast();
        typed(field, CelType.STRING);
        CelType type = field(e, operand, (String) field.value(), true);
        Expr.Call checked = new Expr.Call(e.id(), e.function(), operand, field);
        declarations
                .functions()
                .find(e.function())
                .ifPresent(function -> resolved(checked, function.overloads()));
        return typed(checked, substitutions.apply(type));
    }

    private Expr comprehension(Expr.Comprehension e) {
        Expr range = check(e.range());
        Expr initial = check(e.initial());
        CelType accumulated = typeOf(initial);
        Scope outside = scope;
        Scope accumulator = new Scope(scope).declare(e.accumulator(), accumulated);
        scope = new Scope(accumulator);
        declareVariables(e, range);
        Expr condition = checkAs(e.condition(), CelType.BOOL);
        Expr step = checkAs(e.step(), accumulated);
        scope = accumulator;
        Expr result = check(e.result());
        scope = outside;
        Expr checked =
                new Expr.Comprehension(
                        e.id(),
                        range,
                        e.variable(),
                        e.secondVariable(),
                        e.accumulator(),
                        initial,
                        condition,
                        step,
                        result);
        return typed(checked, substitutions.apply(typeOf(result)));
    }

    private Expr checkAs(Expr expr, CelType expected) {
        Expr checked = check(expr);
        if (!substitutions.assignable(expected, typeOf(checked))) {
            complaints.mismatch(checked, expected, typeOf(checked));
        }
        return checked;
    }

    private void declareVariables(Expr.Comprehension e, Expr range) {
        CelType type = substitutions.apply(typeOf(range));
        List<CelType> pair = new ArrayList<>(2);
        switch (type.kind()) {
            case LIST -> {
                pair.add(e.hasSecondVariable() ? CelType.INT : type.parameter(0));
                pair.add(type.parameter(0));
            }
            case MAP -> pair.addAll(List.of(type.parameter(0), type.parameter(1)));
            case DYN, ERROR, TYPE_PARAMETER -> {
                substitutions.assignable(CelType.DYN, type);
                pair.addAll(List.of(CelType.DYN, CelType.DYN));
            }
            default -> {
                complaints.noRange(range, type);
                pair.addAll(List.of(CelType.ERROR, CelType.ERROR));
            }
        }
        scope.declare(e.variable(), pair.getFirst());
        if (e.hasSecondVariable()) {
            scope.declare(e.secondVariable(), pair.getLast());
        }
    }

    boolean isNamed(Kind kind, String name) {
        CelType type = declared(name);
        return type != null && type.is(kind);
    }
}
