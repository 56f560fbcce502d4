package io.alcove.apimachinery.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Map;

/** The words of a strategic merge patch that are no fields. */
final class Directives {

    static final String PATCH = "$patch";
    static final String RETAIN_KEYS = "$retainKeys";
    static final String DELETE_FROM_LIST = "$deleteFromPrimitiveList";
    static final String ELEMENT_ORDER = "$setElementOrder";

    private Directives() {}

    /** The list's name behind a directive's word: "$setElementOrder/containers". */
    static String target(String field) {
        int slash = field.indexOf('/');
        boolean known =
                slash > 0
                        && (field.startsWith(DELETE_FROM_LIST + "/")
                                || field.startsWith(ELEMENT_ORDER + "/"));
        if (!known) {
            throw field.startsWith(DELETE_FROM_LIST)
                    ? PatchFailures.badPrimitiveList()
                    : PatchFailures.badElementOrder();
        }
        return field.substring(slash + 1);
    }

    /** Takes out of a new value what only speaks of an old one; false where nothing is left. */
    static boolean strip(JsonNode value) {
        if (value instanceof ObjectNode object) {
            if (object.has(PATCH)) {
                return false;
            }
            Iterator<Map.Entry<String, JsonNode>> members = object.properties().iterator();
            while (members.hasNext()) {
                if (!strip(members.next().getValue())) {
                    members.remove();
                }
            }
        } else if (value instanceof ArrayNode array) {
            Iterator<JsonNode> items = array.iterator();
            while (items.hasNext()) {
                if (!strip(items.next())) {
                    items.remove();
                }
            }
        }
        return true;
    }

    /** Takes out null members, which say to remove what a new value does not have. */
    static void dropNulls(JsonNode value) {
        if (value instanceof ObjectNode object) {
            object.properties().removeIf(member -> member.getValue().isNull());
        }
        value.forEach(Directives::dropNulls);
    }
}
