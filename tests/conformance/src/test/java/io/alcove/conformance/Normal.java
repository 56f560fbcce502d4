package io.alcove.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** An answer without what two servers cannot have in common: identities, times, revisions. */
final class Normal {

    private static final Set<String> OWN =
            Set.of(
                    "serverAddress",
                    "uid",
                    "creationTimestamp",
                    "deletionTimestamp",
                    "resourceVersion",
                    "continue",
                    "time",
                    "token",
                    "buildDate",
                    "gitCommit",
                    "gitTreeState",
                    "goVersion",
                    "compiler",
                    "platform",
                    "serverRelativeURL",
                    "kid",
                    "n",
                    "expirationTimestamp");

    /** Prose of documents, which clients do not act on and the catalog does not carry. */
    private static final Set<String> PROSE = Set.of("description");

    private static final List<String> PORTS = List.of("nodePort", "healthCheckNodePort");

    private static final String UUID =
            "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    private static final Map<Pattern, String> OWN_TEXT = new LinkedHashMap<>();

    static {
        OWN_TEXT.put(Pattern.compile(UUID), "<uid>");
        OWN_TEXT.put(Pattern.compile("^(kubernetes-)?admin$"), "<admin>");
        OWN_TEXT.put(Pattern.compile("kube-api-access-[a-z0-9]{5}"), "kube-api-access-<own>");
        OWN_TEXT.put(Pattern.compile("X509SHA256=[0-9a-f]{64}"), "<credential>");
        OWN_TEXT.put(Pattern.compile("\\b20\\d\\d-\\d\\d-\\d\\dT[0-9:.]+Z"), "<time>");
        OWN_TEXT.put(Pattern.compile("\\b10\\.96\\.\\d+\\.\\d+\\b"), "<cluster IP>");
        OWN_TEXT.put(Pattern.compile("(?i)(resource ?version[^0-9]{0,40})\\d+"), "$1<revision>");
        OWN_TEXT.put(Pattern.compile("(?i)\\b(gen[-_]|g{5,})[a-z0-9]{5}\\b"), "$1<own>");
        OWN_TEXT.put(Pattern.compile("\\b3[0-2]\\d{3}/(TCP|UDP)"), "<node port>/$1");
        OWN_TEXT.put(Pattern.compile("current: \\d+"), "current: <revision>");
        OWN_TEXT.put(Pattern.compile("\\(\\d+\\)"), "(<revision>)");
        OWN_TEXT.put(Pattern.compile("127\\.0\\.0\\.1:\\d+"), "<address>");
    }

    private static final Pattern AGE = Pattern.compile("\\d+s|<unknown>|\\d+m\\d*s?");

    private Normal() {}

    static JsonNode of(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> object(object);
            case ArrayNode array -> {
                ArrayNode normal = array.arrayNode();
                array.forEach(item -> normal.add(of(item)));
                yield normal;
            }
            case TextNode text -> TextNode.valueOf(text(text.asText()));
            default -> node;
        };
    }

    private static ObjectNode object(ObjectNode object) {
        ObjectNode normal = object.objectNode();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String name = field.getKey();
            JsonNode value = field.getValue();
            if (PROSE.contains(name) && value.isTextual()) {
                continue;
            }
            boolean own = OWN.contains(name) && value.isTextual() && !value.asText().isEmpty();
            normal.set(name, own ? TextNode.valueOf("<own>") : of(value));
        }
        if (normal.get("causes") instanceof ArrayNode causes) {
            // upstream checks the metadata of an update up to four times
            normal.set("causes", distinct(causes));
        }
        if (normal.get("managedFields") instanceof ArrayNode managers) {
            // upstream orders them by the second in which they wrote
            normal.set("managedFields", sorted(managers));
        }
        String prefix = object.path("generateName").asText();
        if (!prefix.isEmpty() && object.path("name").asText().length() == prefix.length() + 5) {
            normal.put("name", prefix + "<own>");
        }
        for (String port : PORTS) {
            if (object.path(port).asInt() > 0) {
                normal.put(port, "<own>");
            }
        }
        return normal;
    }

    private static ArrayNode sorted(ArrayNode array) {
        List<JsonNode> items = new ArrayList<>();
        array.forEach(items::add);
        items.sort(Comparator.comparing(Normal::manager));
        return array.arrayNode().addAll(items);
    }

    private static String manager(JsonNode entry) {
        return entry.path("operation").asText()
                + entry.path("manager").asText()
                + entry.path("subresource").asText();
    }

    private static ArrayNode distinct(ArrayNode array) {
        Set<JsonNode> items = new LinkedHashSet<>();
        array.forEach(items::add);
        return array.arrayNode().addAll(items);
    }

    private static String text(String given) {
        String text = given;
        for (Map.Entry<Pattern, String> own : OWN_TEXT.entrySet()) {
            text = own.getKey().matcher(text).replaceAll(own.getValue());
        }
        return AGE.matcher(text).matches() ? "<age>" : text;
    }
}
