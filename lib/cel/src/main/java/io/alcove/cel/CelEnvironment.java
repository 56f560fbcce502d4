package io.alcove.cel;

import io.alcove.cel.checker.Checked;
import io.alcove.cel.checker.Declarations;
import io.alcove.cel.checker.LiteralValidators;
import io.alcove.cel.checker.TypeChecker;
import io.alcove.cel.function.Functions;
import io.alcove.cel.function.Library;
import io.alcove.cel.interpreter.PlanException;
import io.alcove.cel.interpreter.Planner;
import io.alcove.cel.interpreter.StructFactory;
import io.alcove.cel.schema.DeclaredType;
import io.alcove.cel.syntax.CelParser;
import io.alcove.cel.syntax.Parsed;
import io.alcove.cel.type.CelType;
import io.alcove.cel.type.TypeProvider;
import io.alcove.cel.value.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What expressions may use: variables, types, functions. Immutable, and shared by any number of
 * threads; what the {@code with} methods give shares everything else with it.
 */
public final class CelEnvironment {

    private final Base base;
    private final Map<String, CelType> variables;
    private final TypeProvider types;
    private final StructFactory structs;

    /** What does not depend on variables. */
    private record Base(
            List<Library> libraries,
            CelParser parser,
            Functions functions,
            Map<String, CelType> typeNames,
            Map<String, CelType> constantTypes,
            Map<String, Object> constants,
            LiteralValidators validators) {}

    private CelEnvironment(
            Base base, Map<String, CelType> variables, TypeProvider types, StructFactory structs) {
        this.base = base;
        this.variables = variables;
        this.types = types;
        this.structs = structs;
    }

    /** Of libraries alone; {@link KubernetesEnvironments} has those of Kubernetes. */
    static CelEnvironment of(List<Library> libraries) {
        return new CelEnvironment(base(libraries), Map.of(), TypeProvider.NONE, StructFactory.NONE);
    }

    private static Base base(List<Library> libraries) {
        Map<String, CelType> typeNames = new HashMap<>();
        Map<String, Object> constants = new HashMap<>();
        Map<String, CelType> constantTypes = new HashMap<>();
        for (Library library : libraries) {
            library.types().forEach(type -> typeNames.put(type.name(), type));
            constants.putAll(library.constants());
        }
        constants.forEach((name, value) -> constantTypes.put(name, Values.type(value)));
        return new Base(
                libraries,
                new CelParser(libraries.stream().flatMap(l -> l.macros().stream()).toList()),
                new Functions(libraries),
                typeNames,
                constantTypes,
                constants,
                ConstantRules.validators());
    }

    public CelEnvironment withVariable(String name, CelType type) {
        Map<String, CelType> more = new HashMap<>(variables);
        more.put(name, type);
        return new CelEnvironment(base, more, types, structs);
    }

    /** A variable whose type comes from a schema, which is {@link DeclaredType#named} already. */
    public CelEnvironment withVariable(String name, DeclaredType type) {
        return withVariable(name, type.celType()).withTypes(type.provider());
    }

    public CelEnvironment withTypes(TypeProvider more) {
        return new CelEnvironment(base, variables, more.or(types), structs);
    }

    /** Makes the objects that expressions spell out. */
    public CelEnvironment withStructs(StructFactory factory) {
        return new CelEnvironment(base, variables, types, factory);
    }

    public CelEnvironment withLibrary(Library library) {
        List<Library> all = new ArrayList<>(base.libraries());
        all.add(library);
        return new CelEnvironment(base(all), variables, types, structs);
    }

    /** Reads, checks and plans an expression. */
    public Compilation compile(String expression) {
        Parsed parsed = base.parser().parse(expression);
        if (!parsed.ok()) {
            return new Compilation.Failed(Compilation.Phase.CHECK, parsed.issues().display());
        }
        Checked checked =
                TypeChecker.check(
                        parsed,
                        new Declarations(
                                variables,
                                base.functions(),
                                base.typeNames(),
                                base.constantTypes(),
                                types));
        if (checked.ok()) {
            base.validators().validate(checked);
        }
        if (!checked.ok()) {
            return new Compilation.Failed(Compilation.Phase.CHECK, checked.issues().display());
        }
        try {
            return new Compilation.Compiled(
                    new CelProgram(
                            checked,
                            Planner.plan(checked, base.functions(), base.constants(), structs)));
        } catch (PlanException e) {
            return new Compilation.Failed(Compilation.Phase.PLAN, e.text());
        }
    }
}
