package io.alcove.apiserver.admission.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apiserver.admission.expression.Expression;
import io.alcove.cel.CelEnvironment;
import io.alcove.cel.type.CelType;
import io.alcove.cel.type.TypeProvider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The variables that a policy defines, each of which may use those before it. */
record PolicyVariables(Map<String, Expression> expressions) {

    static final String NAME = "variables";
    private static final CelType TYPE = CelType.struct("kubernetes.variables");

    static PolicyVariables read(JsonNode variables, CelEnvironment environment) {
        Map<String, Expression> all = new LinkedHashMap<>();
        for (JsonNode variable : variables) {
            all.put(
                    variable.path("name").asText(),
                    Expression.compile(
                            variable.path("expression").asText(),
                            new PolicyVariables(all).declaredIn(environment),
                            List.of()));
        }
        return new PolicyVariables(all);
    }

    /** The environment with a variable whose fields they are. */
    CelEnvironment declaredIn(CelEnvironment environment) {
        Map<String, CelType> types = new LinkedHashMap<>();
        expressions.forEach((name, expression) -> types.put(name, known(expression.type())));
        return environment.withVariable(NAME, TYPE).withTypes(new Fields(types));
    }

    private record Fields(Map<String, CelType> types) implements TypeProvider {

        @Override
        public Optional<CelType> find(String name) {
            return name.equals(TYPE.name()) ? Optional.of(TYPE) : Optional.empty();
        }

        @Override
        public Optional<CelType> field(String type, String field) {
            return Optional.ofNullable(types.get(field));
        }
    }

    static CelType type() {
        return TYPE;
    }

    /** What is neither scalar, list nor map is not known to who reads the variable. */
    private static CelType known(CelType type) {
        return switch (type.kind()) {
            case LIST -> CelType.list(known(type.parameter(0)));
            case MAP -> CelType.map(known(type.parameter(0)), known(type.parameter(1)));
            case OPAQUE, STRUCT, TYPE, ERROR -> CelType.DYN;
            default -> type;
        };
    }
}
