package io.alcove.apimachinery.json;

import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says what is wrong with a YAML text in go-yaml's words where they are known to differ. */
final class YamlErrors {

    private static final Map<String, String> GO_WORDS =
            Map.of(
                    "mapping values are not allowed here",
                    "mapping values are not allowed in this context");

    private YamlErrors() {}

    /** go-yaml counts from 0 where it says so, and leaves a first line out. */
    static String describe(MarkedYAMLException e) {
        String problem = Objects.requireNonNullElse(e.getProblem(), "malformed");
        if (problem.startsWith("found undefined alias")) {
            return "yaml: unknown anchor '"
                    + problem.substring(problem.lastIndexOf(' ') + 1)
                    + "' referenced";
        }
        if (problem.startsWith("found character")) {
            problem = "found character that cannot start any token";
        }
        if (problem.startsWith("expected the node content")
                || problem.startsWith("expected ',' or ")) {
            problem = "did not find expected node content";
        }
        int line = line(e);
        String where = line == 0 ? "" : "line " + line + ": ";
        return "yaml: " + where + GO_WORDS.getOrDefault(problem, problem);
    }

    /** go-yaml takes the text's end for the start of one more line. */
    private static int line(MarkedYAMLException e) {
        Mark mark = e.getProblemMark();
        if (mark == null) {
            return 0;
        }
        boolean atEnd = mark.getPointer() >= mark.getBuffer().length - 1 && mark.getColumn() > 0;
        return mark.getLine() + (atEnd ? 1 : 0);
    }
}
