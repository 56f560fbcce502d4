package io.alcove.cel.checker;

import io.alcove.cel.function.FunctionDeclaration;
import io.alcove.cel.function.Overload;
import io.alcove.cel.syntax.Expr;
import io.alcove.cel.syntax.Operators;
import io.alcove.cel.type.CelType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what calls mean. */
final class CallResolution {

    private final TypeChecker checker;
    private final Substitutions substitutions;
    private final Complaints complaints;

    CallResolution(TypeChecker checker, Substitutions substitutions, Complaints complaints) {
        this.checker = checker;
        this.substitutions = substitutions;
        this.complaints = complaints;
    }

    Expr check(Expr.Call e) {
        List<Expr> arguments = new ArrayList<>();
        e.arguments().forEach(argument -> arguments.add(checker.check(argument)));
        Expr target = e.target();
        return target == null ? global(e, arguments) : member(e, target, arguments);
    }

    private Optional<FunctionDeclaration> find(String name) {
        return checker.declarations().functions().find(name);
    }

    private Expr global(Expr.Call e, List<Expr> arguments) {
        Optional<FunctionDeclaration> function = find(e.function());
        if (function.isEmpty()) {
            complaints.undeclared(e, e.function());
            return checker.typed(
                    new Expr.Call(e.id(), null, e.function(), arguments), CelType.ERROR);
        }
        Expr.Call call = new Expr.Call(e.id(), null, function.get().name(), arguments);
        return resolve(call, function.get());
    }

    /** On a target, or of a qualified name that looks like one. */
    private Expr member(Expr.Call e, Expr target, List<Expr> arguments) {
        Optional<FunctionDeclaration> qualified =
                TypeChecker.qualifiedName(target).flatMap(q -> find(q + "." + e.function()));
        if (qualified.isPresent()) {
            Expr.Call call = new Expr.Call(e.id(), null, qualified.get().name(), arguments);
            return resolve(call, qualified.get());
        }
        Expr.Call call = new Expr.Call(e.id(), checker.check(target), e.function(), arguments);
        Optional<FunctionDeclaration> function = find(e.function());
        if (function.isEmpty()) {
            complaints.undeclared(e, e.function());
            return checker.typed(call, CelType.ERROR);
        }
        return resolve(call, function.get());
    }

    private Expr resolve(Expr.Call call, FunctionDeclaration function) {
        List<CelType> arguments = argumentTypes(call);
        if (function.name().equals(Operators.AND) || function.name().equals(Operators.OR)) {
            return logical(call, function, arguments);
        }
        List<Overload> matching = new ArrayList<>();
        CelType result = null;
        for (Overload overload : function.overloads()) {
            if (overload.member() != (call.target() != null)) {
                continue;
            }
            CelType type = match(overload, arguments);
            if (type != null) {
                matching.add(overload);
                result = join(result, type);
            }
        }
        if (result == null) {
            List<CelType> shown = arguments.stream().map(substitutions::resolve).toList();
            complaints.noOverload(call, function.name(), shown, call.target() != null);
            return checker.typed(call, CelType.ERROR);
        }
        checker.resolved(call, matching);
        return checker.typed(call, result);
    }

    private List<CelType> argumentTypes(Expr.Call call) {
        List<CelType> types = new ArrayList<>();
        Expr target = call.target();
        if (target != null) {
            types.add(checker.typeOf(target));
        }
        call.arguments().forEach(argument -> types.add(checker.typeOf(argument)));
        return types;
    }

    private Expr logical(Expr.Call call, FunctionDeclaration function, List<CelType> arguments) {
        boolean fine = true;
        for (int i = 0; i < arguments.size(); i++) {
            if (!substitutions.assignable(arguments.get(i), CelType.BOOL)) {
                complaints.mismatch(call.arguments().get(i), CelType.BOOL, arguments.get(i));
                fine = false;
            }
        }
        checker.resolved(call, function.overloads());
        return checker.typed(call, fine ? CelType.BOOL : CelType.ERROR);
    }

    /** The type of a call of the overload; null where it does not take the arguments. */
    private @Nullable CelType match(Overload overload, List<CelType> arguments) {
        Substitutions fresh = new Substitutions();
        overload.typeParameters()
                .forEach(name -> fresh.bind(CelType.parameter(name), checker.freshParameter()));
        List<CelType> parameters = overload.parameters().stream().map(fresh::apply).toList();
        return substitutions.assignable(arguments, parameters)
                ? substitutions.apply(fresh.apply(overload.result()))
                : null;
    }

    private static CelType join(@Nullable CelType result, CelType type) {
        if (result == null) {
            return type;
        }
        return result.isDyn() || result.equals(type) ? result : CelType.DYN;
    }
}
