package io.alcove.apiserver.registry;

import java.util.List;
import java.util.regex.Pattern;

/** Checks of metadata.name with upstream's words. */
final class ObjectNames {

    private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private static final Pattern SUBDOMAIN = Pattern.compile(LABEL + "(\\." + LABEL + ")*");

    private ObjectNames() {}

    static List<String> dnsSubdomain(String name, boolean prefix) {
        String checked =
                prefix && name.endsWith("-") ? name.substring(0, name.length() - 1) + "a" : name;
        if (SUBDOMAIN.matcher(checked).matches()) {
            return List.of();
        }
        return List.of(
                "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '"
                        + "[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')");
    }
}
