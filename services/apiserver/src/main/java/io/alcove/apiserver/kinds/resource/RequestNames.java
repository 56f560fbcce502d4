package io.alcove.apiserver.kinds.resource;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.names.Names;
import io.alcove.apiserver.kinds.validation.Inspection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the requests of a claim are called: "request", or "request/subrequest". */
record RequestNames(Map<String, Set<String>> names) {

    private static final String UNKNOWN =
            "must be the name of a request in the claim or the name of a request and a subrequest"
                    + " separated by '/'";

    /**
     * @param devices spec.devices of a claim
     */
    static RequestNames of(JsonNode devices) {
        Map<String, Set<String>> names = new HashMap<>();
        for (JsonNode request : devices.path("requests")) {
            Set<String> inner = new HashSet<>();
            request.path("firstAvailable").forEach(each -> inner.add(each.path("name").asText("")));
            names.put(request.path("name").asText(""), inner);
        }
        return new RequestNames(names);
    }

    void reference(Inspection reference) {
        String[] segments = reference.text().split("/", -1);
        if (segments.length > 2) {
            reference.invalid(reference.text(), UNKNOWN);
            return;
        }
        for (String segment : segments) {
            Names.dns1123Label(segment).forEach(problem -> reference.invalid(segment, problem));
        }
        Set<String> inner = names.get(segments[0]);
        if (inner == null || (segments.length == 2 && !inner.contains(segments[1]))) {
            reference.invalid(reference.text(), UNKNOWN);
        }
    }

    /** A list of references without repetition. */
    void references(Inspection references) {
        Sets.distinct(
                references, DeviceClaimRules.MOST_REQUESTS, this::reference, Inspection::text);
    }
}
