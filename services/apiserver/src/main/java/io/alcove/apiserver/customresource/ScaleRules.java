package io.alcove.apiserver.customresource;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.GoText;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apiserver.registry.ScalePaths;
import java.util.ArrayList;
import java.util.List;

/** What stands where a Scale has its numbers must be such a number. */
final class ScaleRules {

    private ScaleRules() {}

    /**
     * @param spec whether the wanted number is looked at too
     */
    static List<StatusCause> check(ApiObject object, ScalePaths paths, boolean spec) {
        List<StatusCause> causes = new ArrayList<>();
        if (spec) {
            checkNumber(object, paths.replicas(), causes);
        }
        checkNumber(object, paths.statusReplicas(), causes);
        if (!paths.selector().isEmpty()) {
            String problem = accessProblem(object, paths.selector(), "string");
            if (!problem.isEmpty()) {
                causes.add(StatusCause.invalid(name(paths.selector()), "", problem));
            }
        }
        return causes;
    }

    private static void checkNumber(ApiObject object, List<String> path, List<StatusCause> causes) {
        if (path.isEmpty()) {
            return;
        }
        String problem = accessProblem(object, path, "int64");
        JsonNode value = object.at(path.toArray(String[]::new));
        if (!problem.isEmpty()) {
            causes.add(StatusCause.invalid(name(path), 0, problem));
        } else if (value.longValue() < 0) {
            causes.add(StatusCause.invalid(name(path), value, "should be a non-negative integer"));
        } else if (value.longValue() > Integer.MAX_VALUE) {
            causes.add(
                    StatusCause.invalid(
                            name(path),
                            value,
                            "should be less than or equal to " + Integer.MAX_VALUE));
        }
    }

    /** As upstream words it where the way to a value leads through something else. */
    private static String accessProblem(ApiObject object, List<String> path, String type) {
        JsonNode current = object.node();
        for (int i = 0; i < path.size(); i++) {
            current = current.get(path.get(i));
            if (current == null) {
                return "";
            }
            boolean last = i == path.size() - 1;
            if (!last && !current.isObject()) {
                return current.isNull()
                        ? ""
                        : problem(path.subList(0, i + 2), current, "map[string]interface{}");
            }
            if (last && !GoText.typeName(current).equals(type)) {
                return problem(path, current, type);
            }
        }
        return "";
    }

    private static String problem(List<String> path, JsonNode value, String type) {
        return "%s accessor error: %s is of the type %s, expected %s"
                .formatted(name(path), GoText.value(value), GoText.typeName(value), type);
    }

    private static String name(List<String> path) {
        return "." + String.join(".", path);
    }
}
