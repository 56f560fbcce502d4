package io.alcove.syncer.translation;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.syncer.mark.HostNames;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives texts that the host wrote about an object the names that its tenant knows. */
public final class NameMask {

    private static final String OUTSIDE_NAME = "[a-z0-9.-]";

    private final Map<String, String> virtualByHost;

    private NameMask(Map<String, String> virtualByHost) {
        this.virtualByHost = virtualByHost;
    }

    public static NameMask of(ApiObject virtualObject, HostNames names) {
        Map<String, String> mapping = new LinkedHashMap<>();
        add(mapping, names, virtualObject.objectName());
        if (virtualObject.kind().equals("Pod")) {
            mapping.put(names.ofTokens(virtualObject.objectName()).name(), "service-account-token");
            PodReferences.of(virtualObject).forEach(r -> add(mapping, names, r.name()));
        }
        mapping.put(names.hostNamespace(), virtualObject.namespace());
        return new NameMask(mapping);
    }

    public String mask(String text) {
        String masked = text;
        var longestFirst =
                virtualByHost.entrySet().stream()
                        .sorted(Comparator.comparingInt(e -> -e.getKey().length()))
                        .toList();
        for (Map.Entry<String, String> entry : longestFirst) {
            masked = replace(masked, entry.getKey(), entry.getValue());
        }
        return masked;
    }

    private static void add(Map<String, String> mapping, HostNames names, ObjectName name) {
        mapping.put(names.of(name).name(), name.name());
    }

    private static String replace(String text, String hostName, String virtualName) {
        if (!text.contains(hostName)) {
            return text;
        }
        return Pattern.compile(
                        "(?<!%s)%s(?![a-z0-9-])".formatted(OUTSIDE_NAME, Pattern.quote(hostName)))
                .matcher(text)
                .replaceAll(Matcher.quoteReplacement(virtualName));
    }
}
