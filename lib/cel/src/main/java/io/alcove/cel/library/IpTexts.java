package io.alcove.cel.library;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** IP addresses as texts, read strictly: no leading zeros, no zones. */
final class IpTexts {

    private static final int GROUPS = 8;

    private IpTexts() {}

    static byte @Nullable [] parse(String text) {
        return text.indexOf(':') >= 0 ? parse6(text) : parse4(text);
    }

    /** Why a text is no address. */
    static String problem(String text) {
        if (text.indexOf(':') >= 0 || text.indexOf('.') < 0) {
            return "unable to parse IP";
        }
        int parts = text.split("\\.", -1).length;
        return parts < 4
                ? "IPv4 address too short"
                : parts > 4 ? "IPv4 address too long" : "IPv4 field has value >255";
    }

    private static byte @Nullable [] parse4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return null;
        }
        byte[] bytes = new byte[4];
        for (int i = 0; i < 4; i++) {
            if (!parts[i].matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(parts[i]) > 255) {
                return null;
            }
            bytes[i] = (byte) Integer.parseInt(parts[i]);
        }
        return bytes;
    }

    private static byte @Nullable [] parse6(String text) {
        int gap = text.indexOf("::");
        if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
            return null;
        }
        List<Integer> head = groups(gap < 0 ? text : text.substring(0, gap), gap < 0);
        List<Integer> tail = gap < 0 ? List.of() : groups(text.substring(gap + 2), true);
        if (head == null || tail == null) {
            return null;
        }
        int given = head.size() + tail.size();
        if (gap < 0 ? given != GROUPS : given >= GROUPS) {
            return null;
        }
        byte[] bytes = new byte[2 * GROUPS];
        put(bytes, 0, head);
        put(bytes, GROUPS - tail.size(), tail);
        return bytes;
    }

    private static void put(byte[] bytes, int at, List<Integer> groups) {
        for (int i = 0; i < groups.size(); i++) {
            bytes[2 * (at + i)] = (byte) (groups.get(i) >> 8);
            bytes[2 * (at + i) + 1] = (byte) (int) groups.get(i);
        }
    }

    private static @Nullable List<Integer> groups(String text, boolean last) {
        List<Integer> groups = new ArrayList<>();
        if (text.isEmpty()) {
            return groups;
        }
        String[] parts = text.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            if (last && i == parts.length - 1 && parts[i].indexOf('.') > 0) {
                byte[] v4 = parse4(parts[i]);
                if (v4 == null) {
                    return null;
                }
                groups.add(((v4[0] & 0xff) << 8) | (v4[1] & 0xff));
                groups.add(((v4[2] & 0xff) << 8) | (v4[3] & 0xff));
            } else if (parts[i].matches("[0-9a-fA-F]{1,4}")) {
                groups.add(Integer.parseInt(parts[i], 16));
            } else {
                return null;
            }
        }
        return groups;
    }

    /** The canonical text: lower case, the longest run of zeros left out. */
    static String text(byte[] bytes) {
        if (bytes.length == 4) {
            return "%d.%d.%d.%d"
                    .formatted(bytes[0] & 0xff, bytes[1] & 0xff, bytes[2] & 0xff, bytes[3] & 0xff);
        }
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            groups[i] = ((bytes[2 * i] & 0xff) << 8) | (bytes[2 * i + 1] & 0xff);
        }
        return text6(groups);
    }

    private static String text6(int[] groups) {
        int start = -1;
        int length = 1;
        for (int i = 0; i < GROUPS; i++) {
            int end = i;
            while (end < GROUPS && groups[end] == 0) {
                end++;
            }
            if (end - i > length) {
                start = i;
                length = end - i;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS; i++) {
            if (i == start) {
                text.append("::");
                i += length - 1;
                continue;
            }
            boolean separate = !text.isEmpty() && text.charAt(text.length() - 1) != ':';
            text.append(separate ? ":" : "").append(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }
}
