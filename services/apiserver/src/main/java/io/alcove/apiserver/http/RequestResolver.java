package io.alcove.apiserver.http;

import io.alcove.apiserver.request.RequestInfo;
import io.alcove.apiserver.request.Selectors;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads from method and URL what a request asks, by kube-apiserver's rules. */
final class RequestResolver {

    private static final Set<String> SPECIAL_VERBS = Set.of("proxy", "watch");
    private static final Set<String> NAMESPACE_SUBRESOURCES = Set.of("status", "finalize");
    private static final Map<String, String> VERBS =
            Map.of(
                    "GET", "get", "HEAD", "get", "POST", "create", "PUT", "update", "PATCH",
                    "patch", "DELETE", "delete");

    private RequestResolver() {}

    static RequestInfo resolve(String method, String path, Query query) {
        List<String> parts = Arrays.stream(path.split("/", -1)).filter(p -> !p.isEmpty()).toList();
        boolean core = !parts.isEmpty() && parts.getFirst().equals("api");
        boolean grouped = !parts.isEmpty() && parts.getFirst().equals("apis");
        int prefix = core ? 2 : 3;
        if ((!core && !grouped) || parts.size() <= prefix) {
            return RequestInfo.nonResource(method.toLowerCase(Locale.ROOT), path);
        }
        String group = core ? "" : parts.get(1);
        String version = parts.get(prefix - 1);
        List<String> rest = parts.subList(prefix, parts.size());
        String verb = VERBS.getOrDefault(method, "");
        if (SPECIAL_VERBS.contains(rest.getFirst()) && rest.size() > 1) {
            verb = rest.getFirst();
            rest = rest.subList(1, rest.size());
        }
        return place(new Place(verb, path, group, version), rest, query);
    }

    private record Place(String verb, String path, String group, String version) {
        RequestInfo info(
                String verb, String resource, String subresource, String namespace, String name) {
            return new RequestInfo(
                    verb, path, group, version, resource, subresource, namespace, name);
        }
    }

    private static RequestInfo place(Place place, List<String> parts, Query query) {
        String namespace = "";
        List<String> rest = parts;
        if (rest.getFirst().equals("namespaces") && rest.size() > 1) {
            namespace = rest.get(1);
            if (rest.size() > 2 && !NAMESPACE_SUBRESOURCES.contains(rest.get(2))) {
                rest = rest.subList(2, rest.size());
            }
        }
        String resource = rest.getFirst();
        String name = rest.size() > 1 ? rest.get(1) : "";
        String subresource = rest.size() > 2 ? rest.get(2) : "";
        String verb = verb(place.verb(), name, query);
        return place.info(
                        verb,
                        resource,
                        subresource,
                        namespace,
                        name.isEmpty() ? query.singleName() : name)
                .withSelectors(
                        Selectors.of(
                                verb, query.text("fieldSelector"), query.text("labelSelector")));
    }

    /** Without a name, get means list or watch, and delete means the whole collection. */
    private static String verb(String verb, String name, Query query) {
        return switch (verb) {
            case "get" -> {
                if (query.flag("watch") && name.isEmpty()) {
                    yield "watch";
                }
                yield name.isEmpty() ? "list" : "get";
            }
            case "delete" -> name.isEmpty() ? "deletecollection" : "delete";
            default -> verb;
        };
    }
}
