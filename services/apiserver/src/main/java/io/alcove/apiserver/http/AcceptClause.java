package io.alcove.apiserver.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One of the forms that an Accept header asks for. */
record AcceptClause(String mediaType, Map<String, String> parameters) {

    /** The clauses of a header, those that are liked best first. */
    static List<AcceptClause> parse(String header) {
        List<AcceptClause> clauses = new ArrayList<>();
        for (String clause : header.split(",", -1)) {
            clauses.add(clause(clause));
        }
        clauses.sort(Comparator.comparingDouble(AcceptClause::quality).reversed());
        return clauses;
    }

    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    private static AcceptClause clause(String text) {
        List<String> parts = List.of(text.split(";", -1));
        Map<String, String> parameters = new HashMap<>();
        for (String parameter : parts.subList(1, parts.size())) {
            int equals = parameter.indexOf('=');
            parameters.put(
                    (equals < 0 ? parameter : parameter.substring(0, equals)).strip(),
                    equals < 0 ? "" : parameter.substring(equals + 1).strip());
        }
        return new AcceptClause(parts.getFirst().strip().toLowerCase(Locale.ROOT), parameters);
    }

    private double quality() {
        try {
            return parameters.containsKey("q") ? Double.parseDouble(parameter("q")) : 1;
        } catch (NumberFormatException _) {
            return 1;
        }
    }
}
