package io.alcove.apiserver.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One of the forms that an Accept header asks for, read as upstream's library reads it: what it
 * cannot read is passed over.
 */
record AcceptClause(String type, String subtype, double quality, Map<String, String> parameters) {

    /** More are not looked at. */
    private static final int MAX_CLAUSES = 100;

    private static final String ANY = "*";

    /** The clauses of a header, those that are liked best first. */
    static List<AcceptClause> parse(String header) {
        List<AcceptClause> clauses = new ArrayList<>();
        for (String text : header.split(",", MAX_CLAUSES)) {
            AcceptClause clause = clause(text.strip());
            if (clause != null) {
                insert(clauses, clause);
            }
        }
        return clauses;
    }

    /** The order is none in the strict sense, so the result depends on how it is sorted. */
    private static void insert(List<AcceptClause> clauses, AcceptClause clause) {
        int at = clauses.size();
        while (at > 0 && clause.isBefore(clauses.get(at - 1))) {
            at--;
        }
        clauses.add(at, clause);
    }

    private boolean isBefore(AcceptClause other) {
        return quality > other.quality
                || (!type.equals(ANY) && other.type.equals(ANY))
                || (!subtype.equals(ANY) && other.subtype.equals(ANY));
    }

    String mediaType() {
        return type + "/" + subtype;
    }

    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    boolean takes(String mediaType) {
        int slash = mediaType.indexOf('/');
        if (type.equals(ANY)) {
            return subtype.equals(ANY);
        }
        return type.equals(mediaType.substring(0, slash))
                && (subtype.equals(ANY) || subtype.equals(mediaType.substring(slash + 1)));
    }

    private static @org.jspecify.annotations.Nullable AcceptClause clause(String text) {
        List<String> parts = List.of(text.split(";", -1));
        List<String> types = List.of(parts.getFirst().split("/", -1));
        String type = types.getFirst().strip();
        boolean any = types.size() == 1 && type.equals(ANY);
        if (types.size() > 2 || (types.size() == 1 && !any)) {
            return null;
        }
        double quality = 1;
        Map<String, String> parameters = new HashMap<>();
        for (String parameter : parts.subList(1, parts.size())) {
            List<String> pair = List.of(parameter.split("=", -1));
            if (pair.size() != 2 || pair.get(1).isEmpty()) {
                continue;
            }
            if (pair.getFirst().strip().equals("q")) {
                quality = number(pair.get(1));
            } else {
                parameters.put(pair.getFirst().strip(), pair.get(1).strip());
            }
        }
        return new AcceptClause(type, any ? ANY : types.get(1).strip(), quality, parameters);
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException _) {
            return 0;
        }
    }
}
