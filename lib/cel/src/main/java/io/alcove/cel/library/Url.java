package io.alcove.cel.library;

import io.alcove.cel.type.CelType;
import io.alcove.cel.value.OpaqueValue;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An absolute URL or path, read as Go reads it.
 *
 * @param host with port
 * @param path decoded
 */
record Url(String text, String scheme, String host, String path, String query)
        implements OpaqueValue {

    static final CelType TYPE = CelType.struct("kubernetes.URL");

    /** What is wrong with a text. */
    static final class InvalidException extends Exception {

        InvalidException(String message) {
            super(message, null, false, false);
        }
    }

    static Url parse(String text) throws InvalidException {
        if (text.isEmpty()) {
            throw new InvalidException("parse \"\": empty url");
        }
        if (text.codePoints().anyMatch(c -> c < 0x20 || c == 0x7f)) {
            throw invalid(text, "net/url: invalid control character in URL");
        }
        if (text.equals("*")) {
            return new Url(text, "", "", "*", "");
        }
        String withoutFragment =
                text.indexOf('#') < 0 ? text : text.substring(0, text.indexOf('#'));
        String scheme = scheme(text);
        String rest =
                scheme.isEmpty() ? withoutFragment : withoutFragment.substring(scheme.length() + 1);
        int mark = rest.indexOf('?');
        String query = mark < 0 ? "" : rest.substring(mark + 1);
        String location = mark < 0 ? rest : rest.substring(0, mark);
        if (!location.startsWith("/") && scheme.isEmpty()) {
            throw invalid(text, "invalid URI for request");
        }
        if (!location.startsWith("/")) {
            return new Url(text, scheme, "", "", query);
        }
        boolean authority = location.startsWith("//") && !scheme.isEmpty();
        int slash = authority ? location.indexOf('/', 2) : 0;
        String host = authority ? location.substring(2, slash < 0 ? location.length() : slash) : "";
        String path = slash < 0 ? "" : location.substring(slash);
        return new Url(text, scheme, host(text, host), unescape(text, path), query);
    }

    private static InvalidException invalid(String text, String why) {
        return new InvalidException("parse \"%s\": %s".formatted(text, why));
    }

    private static String scheme(String text) throws InvalidException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean other = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
            if (c == ':') {
                if (i == 0) {
                    throw invalid(text, "missing protocol scheme");
                }
                return text.substring(0, i).toLowerCase(java.util.Locale.ROOT);
            }
            if (!letter && (!other || i == 0)) {
                return "";
            }
        }
        return "";
    }

    private static String host(String text, String authority) throws InvalidException {
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        if (host.startsWith("[")) {
            int end = host.lastIndexOf(']');
            if (end < 0) {
                throw invalid(text, "missing ']' in host");
            }
            checkPort(text, host.substring(end + 1));
            return host;
        }
        int colon = host.lastIndexOf(':');
        if (colon >= 0) {
            checkPort(text, host.substring(colon));
        }
        if (host.chars().anyMatch(c -> c == ' ' || c == '<' || c == '>' || c == '"')) {
            throw invalid(text, "invalid character \" \" in host name");
        }
        return host;
    }

    private static void checkPort(String text, String port) throws InvalidException {
        if (!port.isEmpty() && !port.matches(":[0-9]*")) {
            throw invalid(text, "invalid port \"%s\" after host".formatted(port));
        }
    }

    private static String unescape(String text, String path) throws InvalidException {
        int at = path.indexOf('%');
        while (at >= 0) {
            if (!path.substring(at).matches("(?s)%[0-9a-fA-F]{2}.*")) {
                String escape = path.substring(at, Math.min(path.length(), at + 3));
                throw invalid(text, "invalid URL escape \"%s\"".formatted(escape));
            }
            at = path.indexOf('%', at + 1);
        }
        return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    String hostname() {
        if (host.startsWith("[")) {
            return host.substring(1, host.lastIndexOf(']'));
        }
        int colon = host.lastIndexOf(':');
        return colon < 0 ? host : host.substring(0, colon);
    }

    String port() {
        int colon = host.lastIndexOf(':');
        return colon < 0 || colon < host.lastIndexOf(']') ? "" : host.substring(colon + 1);
    }

    String escapedPath() {
        StringBuilder escaped = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain =
                    c < 0x80
                            && (Character.isLetterOrDigit(c)
                                    || "-_.~$&+,/:;=@!'()*".indexOf(c) >= 0);
            if (plain) {
                escaped.append(c);
            } else {
                escaped.append("%%%02X".formatted((int) c));
            }
        }
        return escaped.toString();
    }

    Map<String, List<String>> queryValues() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            if (pair.isEmpty() || pair.indexOf(';') >= 0) {
                continue;
            }
            int equals = pair.indexOf('=');
            String key = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            if (key != null && value != null) {
                values.computeIfAbsent(key, _ -> new ArrayList<>()).add(value);
            }
        }
        return values;
    }

    private static @Nullable String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    @Override
    public CelType type() {
        return TYPE;
    }

    @Override
    public boolean comparesAtUnitCost() {
        return true;
    }
}
