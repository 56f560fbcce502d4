package io.alcove.apimachinery.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.JsonValues;
import io.alcove.apimachinery.quantity.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares a patched object with a server's answer, which has defaults and system fields beside
 * what was patched.
 */
final class Leftovers {

    private static final Set<String> SYSTEM =
            Set.of(
                    "managedFields",
                    "resourceVersion",
                    "generation",
                    "uid",
                    "creationTimestamp",
                    "namespace",
                    "externalTrafficPolicy",
                    "status");

    private static final Set<String> DEFAULTED =
            Set.of(
                    "protocol",
                    "imagePullPolicy",
                    "resources",
                    "terminationMessagePath",
                    "terminationMessagePolicy",
                    "restartPolicy",
                    "terminationGracePeriodSeconds",
                    "dnsPolicy",
                    "securityContext",
                    "schedulerName",
                    "strategy",
                    "type",
                    "rollingUpdate",
                    "revisionHistoryLimit",
                    "progressDeadlineSeconds",
                    "replicas",
                    "defaultMode",
                    "sessionAffinity",
                    "internalTrafficPolicy",
                    "ipFamilyPolicy",
                    "ipFamilies",
                    "clusterIP",
                    "clusterIPs",
                    "targetPort",
                    "volumes",
                    "tolerations",
                    "serviceAccount",
                    "serviceAccountName",
                    "enableServiceLinks",
                    "preemptionPolicy",
                    "priority",
                    "apiVersion",
                    "failureThreshold",
                    "externalTrafficPolicy",
                    "nodePort",
                    "path",
                    "scheme",
                    "periodSeconds",
                    "successThreshold",
                    "timeoutSeconds",
                    "fieldRef");

    private final List<String> differences = new ArrayList<>();

    static List<String> of(ObjectNode patched, ObjectNode answer) {
        Leftovers leftovers = new Leftovers();
        leftovers.compare("", patched, answer);
        return leftovers.differences;
    }

    private void compare(String path, JsonNode patched, JsonNode answer) {
        if (patched.isObject() && answer.isObject()) {
            members(path, patched, answer);
        } else if (patched.isArray() && answer.isArray() && patched.size() == answer.size()) {
            for (int i = 0; i < patched.size(); i++) {
                compare(path + "[" + i + "]", patched.get(i), answer.get(i));
            }
        } else if (path.contains(".requests.")) {
            String canonical = Quantity.parse(patched.asText()).toString();
            if (!canonical.equals(answer.asText())) {
                differences.add(path + ": " + patched + " is not " + answer);
            }
        } else if (!JsonValues.equal(patched, answer) && !(isEmpty(patched) && isEmpty(answer))) {
            differences.add(path + ": " + patched + " is not " + answer);
        }
    }

    private void members(String path, JsonNode patched, JsonNode answer) {
        Set<String> names = new TreeSet<>();
        for (Map.Entry<String, JsonNode> member : patched.properties()) {
            names.add(member.getKey());
        }
        for (Map.Entry<String, JsonNode> member : answer.properties()) {
            if (!DEFAULTED.contains(member.getKey())) {
                names.add(member.getKey());
            }
        }
        names.removeAll(SYSTEM);
        for (String name : names) {
            compare(path + "." + name, patched.path(name), answer.path(name));
        }
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || (value.isContainerNode() && value.isEmpty());
    }
}
