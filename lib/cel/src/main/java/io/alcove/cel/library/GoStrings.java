package io.alcove.cel.library;

import java.util.ArrayList;
import java.util.List;

/** What Go's strings package does. */
final class GoStrings {

    private GoStrings() {}

    private static int codePoints(String text) {
        return text.codePointCount(0, text.length());
    }

    /** An empty part stands before each code point and at the end. */
    static String replace(String text, String part, String with, long count) {
        if (part.equals(with) || count == 0) {
            return text;
        }
        StringBuilder replaced = new StringBuilder();
        long left = count < 0 ? Long.MAX_VALUE : count;
        int at = 0;
        boolean first = true;
        while (left > 0) {
            int from = at;
            if (part.isEmpty()) {
                if (!first) {
                    if (at >= text.length()) {
                        break;
                    }
                    from = text.offsetByCodePoints(at, 1);
                }
            } else {
                from = text.indexOf(part, at);
            }
            if (from < 0) {
                break;
            }
            replaced.append(text, at, from).append(with);
            at = from + part.length();
            first = false;
            left--;
        }
        return replaced.append(text.substring(at)).toString();
    }

    static List<String> split(String text, String by, long limit) {
        List<String> parts = new ArrayList<>();
        if (limit == 0) {
            return parts;
        }
        long max = limit < 0 ? Long.MAX_VALUE : limit;
        int at = 0;
        if (by.isEmpty()) {
            int left = codePoints(text);
            while (left > 1 && parts.size() < max - 1) {
                int next = text.offsetByCodePoints(at, 1);
                parts.add(text.substring(at, next));
                at = next;
                left--;
            }
            if (left > 0) {
                parts.add(text.substring(at));
            }
            return parts;
        }
        while (parts.size() < max - 1) {
            int next = text.indexOf(by, at);
            if (next < 0) {
                break;
            }
            parts.add(text.substring(at, next));
            at = next + by.length();
        }
        parts.add(text.substring(at));
        return parts;
    }

    private static boolean isSpace(int c) {
        return Character.isSpaceChar(c) || (c >= 9 && c <= 13) || c == 0x85;
    }

    static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case 7 -> quoted.append("\\a");
                case '\b' -> quoted.append("\\b");
                case '\f' -> quoted.append("\\f");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                case 11 -> quoted.append("\\v");
                case '\\' -> quoted.append("\\\\");
                case '"' -> quoted.append("\\\"");
                default -> quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
