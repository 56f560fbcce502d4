package io.alcove.apiserver.kinds.admission;

import io.alcove.apimachinery.names.Names;
import io.alcove.apiserver.kinds.validation.Inspection;

/** How a webhook is reached. */
public final class WebhookClientRules {

    private static final String FORM = "; desired format: https://host[/path]";

    private WebhookClientRules() {}

    public static void check(Inspection config) {
        Inspection url = config.field("url");
        Inspection service = config.field("service");
        if (url.isPresent() == service.isPresent()) {
            config.missing("exactly one of url or service is required");
        } else if (url.isPresent()) {
            url(url);
        } else {
            service(service);
        }
    }

    private static void url(Inspection url) {
        String rest = url.text();
        String fragment = after(rest, '#');
        rest = before(rest, '#');
        String query = after(rest, '?');
        rest = before(rest, '?');
        int colon = rest.indexOf(':');
        String scheme = colon < 0 ? "" : rest.substring(0, colon);
        String path = rest.substring(colon + 1);
        String authority = path.startsWith("//") ? before(path.substring(2), '/') : "";
        if (!scheme.equals("https")) {
            url.invalid(scheme, "'https' is the only allowed URL scheme" + FORM);
        }
        int at = authority.lastIndexOf('@');
        if (authority.substring(at + 1).isEmpty()) {
            url.invalid("", "host must be specified" + FORM);
        }
        if (at >= 0) {
            url.invalid(authority.substring(0, at), "user information is not permitted in the URL");
        }
        if (!fragment.isEmpty()) {
            url.invalid(fragment, "fragments are not permitted in the URL");
        }
        if (!query.isEmpty()) {
            url.invalid(query, "query parameters are not permitted in the URL");
        }
    }

    private static String before(String text, char mark) {
        int at = text.indexOf(mark);
        return at < 0 ? text : text.substring(0, at);
    }

    private static String after(String text, char mark) {
        int at = text.indexOf(mark);
        return at < 0 ? "" : text.substring(at + 1);
    }

    /** Upstream takes the name for the namespace and the namespace for the name. */
    private static void service(Inspection service) {
        if (service.field("namespace").text().isEmpty()) {
            service.field("name").missing();
        }
        if (service.field("name").text().isEmpty()) {
            service.field("namespace").missing();
        }
        Inspection port = service.field("port");
        if (port.number() < 1 || port.number() > 65535) {
            port.invalid("port is not valid: must be between 1 and 65535, inclusive");
        }
        String path = service.field("path").text();
        if (!path.isEmpty() && !path.equals("/")) {
            path(service.field("path"), path);
        }
    }

    private static void path(Inspection field, String path) {
        if (path.equals("//")) {
            field.invalid("segment[0] may not be empty");
            return;
        }
        if (!path.startsWith("/")) {
            field.invalid("must start with a '/'");
        }
        String inner = path.substring(1);
        if (inner.endsWith("/")) {
            inner = inner.substring(0, inner.length() - 1);
        }
        String[] segments = inner.split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            if (segments[i].isEmpty()) {
                field.invalid("segment[" + i + "] may not be empty");
            } else {
                for (String problem : Names.dns1123Subdomain(segments[i])) {
                    field.invalid("segment[" + i + "]: " + problem);
                }
            }
        }
    }
}
