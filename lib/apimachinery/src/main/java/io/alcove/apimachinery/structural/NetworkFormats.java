package io.alcove.apimachinery.structural;

import com.google.re2j.Pattern;
import java.util.Arrays;

/** Addresses. */
final class NetworkFormats {

    private static final int MAX_OCTET = 255;
    private static final int OCTETS = 4;
    private static final int GROUPS = 8;
    private static final int MAX_PREFIX_4 = 32;
    private static final int MAX_PREFIX_6 = 128;

    private static final Pattern MAC =
            Pattern.compile(
                    "^([0-9a-fA-F]{2}(:[0-9a-fA-F]{2}){5}|[0-9a-fA-F]{2}(:[0-9a-fA-F]{2}){7}"
                            + "|[0-9a-fA-F]{2}(:[0-9a-fA-F]{2}){19}"
                            + "|[0-9a-fA-F]{2}(-[0-9a-fA-F]{2}){5}|[0-9a-fA-F]{2}(-[0-9a-fA-F]{2}){7}"
                            + "|[0-9a-fA-F]{2}(-[0-9a-fA-F]{2}){19}"
                            + "|[0-9a-fA-F]{4}(\\.[0-9a-fA-F]{4}){2}|[0-9a-fA-F]{4}(\\.[0-9a-fA-F]{4}){3}"
                            + "|[0-9a-fA-F]{4}(\\.[0-9a-fA-F]{4}){9})$");
    private static final Pattern ATOM =
            Pattern.compile(
                    "^[A-Za-z0-9!#$%&'*+/=?^_`{|}~\\x{80}-\\x{10FFFF}-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~\\x{80}-\\x{10FFFF}-]+)*$");
    private static final Pattern QUOTED = Pattern.compile("^\"([^\"\\\\]|\\\\.)*\"$");
    private static final Pattern DOMAIN_LITERAL = Pattern.compile("^\\[[^\\[\\]]+\\]$");
    private static final Pattern NAMED = Pattern.compile("^\\s*(?:[^<>@]*\\s)?<([^<>]+)>\\s*$");
    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:.+");
    private static final Pattern BAD_ESCAPE = Pattern.compile("%([^0-9A-Fa-f]|.[^0-9A-Fa-f]|.?$)");
    private static final Pattern BAD_PORT = Pattern.compile("^[^/?#]*:[^/?#:\\]]*[^0-9/?#:\\]]");

    private NetworkFormats() {}

    /** As Go's url.ParseRequestURI takes it: absolute, or a path. */
    static boolean isRequestUri(String text) {
        if (text.isEmpty() || text.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
            return false;
        }
        if (text.equals("*")) {
            return true;
        }
        if (!text.startsWith("/") && !SCHEME.matcher(text).find()) {
            return false;
        }
        int authority = text.startsWith("/") ? -1 : text.indexOf("://");
        if (authority < 0) {
            return !BAD_ESCAPE.matcher(path(text)).find();
        }
        String rest = text.substring(authority + "://".length());
        int end = indexOfAny(rest, "/?");
        String host = rest.substring(rest.substring(0, end).lastIndexOf('@') + 1, end);
        return host.indexOf(' ') < 0
                && !BAD_PORT.matcher(host).find()
                && !BAD_ESCAPE.matcher(path(rest)).find();
    }

    private static String path(String text) {
        return text.substring(0, indexOfAny(text, "?"));
    }

    private static int indexOfAny(String text, String characters) {
        for (int i = 0; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }

    static boolean isEmail(String text) {
        com.google.re2j.Matcher named = NAMED.matcher(text);
        String address = named.find() ? named.group(1) : text.strip();
        int at = address.lastIndexOf('@');
        if (at <= 0) {
            return false;
        }
        String local = address.substring(0, at);
        String domain = address.substring(at + 1);
        return (ATOM.matches(local) || QUOTED.matches(local))
                && (ATOM.matches(domain) || DOMAIN_LITERAL.matches(domain));
    }

    /** Leading zeros are taken. */
    static boolean isIpv4(String text) {
        return isDotted(text) || (text.contains(".") && isIpv6(text));
    }

    private static boolean isDotted(String text) {
        String[] octets = text.split("\\.", -1);
        return octets.length == OCTETS
                && Arrays.stream(octets).allMatch(o -> isNumber(o, MAX_OCTET));
    }

    private static boolean isNumber(String text, int max) {
        if (text.isEmpty()
                || text.length() > 9
                || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        return Integer.parseInt(text) <= max;
    }

    static boolean isIpv6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text) == GROUPS;
        }
        if (text.indexOf("::", gap + 1) >= 0) {
            return false;
        }
        String head = text.substring(0, gap);
        String tail = text.substring(gap + 2);
        int before = head.isEmpty() ? 0 : groups(head);
        int after = tail.isEmpty() ? 0 : groups(tail);
        return before >= 0 && after >= 0 && !head.contains(".") && before + after < GROUPS;
    }

    /** How many groups there are, of which a dotted end counts for two; -1 where one is wrong. */
    private static int groups(String text) {
        String[] parts = text.split(":", -1);
        int count = 0;
        for (int i = 0; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            if (last && parts[i].contains(".")) {
                if (!isDotted(parts[i])) {
                    return -1;
                }
                count += 2;
            } else if (isHex(parts[i])) {
                count++;
            } else {
                return -1;
            }
        }
        return count;
    }

    private static boolean isHex(String text) {
        return !text.isEmpty()
                && text.length() <= 4
                && text.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 0x80);
    }

    static boolean isCidr(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return false;
        }
        String address = text.substring(0, slash);
        String prefix = text.substring(slash + 1);
        return isDotted(address)
                ? isNumber(prefix, MAX_PREFIX_4)
                : isIpv6(address) && isNumber(prefix, MAX_PREFIX_6);
    }

    static boolean isMac(String text) {
        return MAC.matches(text);
    }
}
