package io.alcove.cel.library;

import io.alcove.cel.value.CelError;
import java.util.function.IntUnaryOperator;

/** A string by its code points. */
final class CodePoints {

    private final int[] points;

    CodePoints(String text) {
        this.points = text.codePoints().toArray();
    }

    static String mapAscii(String text, IntUnaryOperator map) {
        StringBuilder mapped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> mapped.appendCodePoint(c < 0x80 ? map.applyAsInt(c) : c));
        return mapped.toString();
    }

    private static CelError outOfRange(long index) {
        return new CelError("index out of range: " + index);
    }

    Object charAt(long index) {
        if (index < 0 || index > points.length) {
            return outOfRange(index);
        }
        return index == points.length ? "" : Character.toString(points[(int) index]);
    }

    Object substring(long start) {
        return start < 0 || start > points.length
                ? outOfRange(start)
                : new String(points, (int) start, points.length - (int) start);
    }

    Object substring(long start, long end) {
        if (start > end) {
            return new CelError(
                    "invalid substring range. start: %d, end: %d".formatted(start, end));
        }
        if (start < 0 || start > points.length) {
            return outOfRange(start);
        }
        return end > points.length
                ? outOfRange(end)
                : new String(points, (int) start, (int) (end - start));
    }

    private boolean isAt(int[] part, int at) {
        for (int i = 0; i < part.length; i++) {
            if (points[at + i] != part[i]) {
                return false;
            }
        }
        return true;
    }

    Object indexOf(String text, long offset) {
        if (text.isEmpty()) {
            return offset;
        }
        if (offset < 0) {
            return outOfRange(offset);
        }
        int[] part = text.codePoints().toArray();
        for (long i = offset; i <= points.length - part.length; i++) {
            if (isAt(part, (int) i)) {
                return i;
            }
        }
        return -1L;
    }

    Object lastIndexOf(String text) {
        if (text.isEmpty()) {
            return (long) points.length;
        }
        return points.length == 0
                ? (Object) Long.valueOf(-1)
                : lastIndexOf(text, points.length - 1L);
    }

    Object lastIndexOf(String text, long offset) {
        if (text.isEmpty()) {
            return offset;
        }
        if (offset < 0) {
            return outOfRange(offset);
        }
        if (offset >= points.length) {
            return -1L;
        }
        int[] part = text.codePoints().toArray();
        for (long i = Math.min(offset, points.length - part.length); i >= 0; i--) {
            if (isAt(part, (int) i)) {
                return i;
            }
        }
        return -1L;
    }
}
