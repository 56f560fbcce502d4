package io.alcove.apiserver.audit;

import io.alcove.apiserver.request.RequestInfo;
import java.util.List;

/**
 * Resources of a group.
 *
 * @param group "*" for all
 * @param resources "pods", "pods/log", "pods/*", "*&#47;scale", "*"; empty for all
 * @param names empty for all
 */
record ResourceSelector(String group, List<String> resources, List<String> names) {

    boolean selects(RequestInfo info) {
        if (!group.equals("*") && !group.equals(info.group())) {
            return false;
        }
        if (resources.isEmpty()) {
            return true;
        }
        return (names.isEmpty() || names.contains(info.name()))
                && resources.stream().anyMatch(wanted -> matches(wanted, info));
    }

    private static boolean matches(String wanted, RequestInfo info) {
        String asked =
                info.subresource().isEmpty()
                        ? info.resource()
                        : info.resource() + "/" + info.subresource();
        return wanted.equals("*")
                || wanted.equals(asked)
                || (!info.subresource().isEmpty() && wanted.equals("*/" + info.subresource()))
                || wanted.equals(info.resource() + "/*");
    }
}
