package io.alcove.cel.value;

import java.util.ArrayList;
import java.util.List;

/** Numbers of the three types, which compare with each other. */
public final class Numbers {

    private static final double TWO_TO_63 = 0x1p63;
    private static final double TWO_TO_64 = 0x1p64;

    private Numbers() {}

    public static boolean isNumber(Object value) {
        return value instanceof Long || value instanceof Double || value instanceof UnsignedLong;
    }

    /** Compares two numbers; NaN compares as greater, and is equal to nothing. */
    public static int compare(Object value, Object other) {
        return switch (value) {
            case Long l -> compareLong(l, other);
            case UnsignedLong u -> compareUnsigned(u, other);
            case Double d -> compareDouble(d, other);
            default -> throw new IllegalArgumentException("no number");
        };
    }

    private static int compareLong(long value, Object other) {
        return switch (other) {
            case Long r -> Long.compare(value, r);
            case UnsignedLong r -> value < 0 || r.bits() < 0 ? -1 : Long.compare(value, r.bits());
            case Double r -> -compare(r, value);
            default -> throw new IllegalArgumentException("no number");
        };
    }

    private static int compareUnsigned(UnsignedLong value, Object other) {
        return switch (other) {
            case UnsignedLong r -> value.compareTo(r);
            case Long r -> -compareLong(r, value);
            case Double r -> -compareDouble(r, value);
            default -> throw new IllegalArgumentException("no number");
        };
    }

    private static int compareDouble(double value, Object other) {
        return switch (other) {
            case Double r -> value < r ? -1 : value == r ? 0 : 1;
            case Long r -> {
                if (value < -TWO_TO_63) {
                    yield -1;
                }
                yield value >= TWO_TO_63 ? 1 : compareDouble(value, (double) r);
            }
            case UnsignedLong r -> {
                if (value < 0) {
                    yield -1;
                }
                yield value >= TWO_TO_64 ? 1 : compareDouble(value, r.toDouble());
            }
            default -> throw new IllegalArgumentException("no number");
        };
    }

    public static boolean equal(Object left, Object right) {
        boolean nan =
                (left instanceof Double l && l.isNaN()) || (right instanceof Double r && r.isNaN());
        return !nan && compare(left, right) == 0;
    }

    /** The same number as values of the other types, where it is one of theirs. */
    static List<Object> aliases(Object key) {
        List<Object> aliases = new ArrayList<>(2);
        switch (key) {
            case Long l -> {
                if (l >= 0) {
                    aliases.add(new UnsignedLong(l));
                }
            }
            case UnsignedLong u -> {
                if (u.bits() >= 0) {
                    aliases.add(u.bits());
                }
            }
            case Double d -> {
                if (d == Math.rint(d) && d >= -TWO_TO_63 && d < TWO_TO_63) {
                    aliases.add(d.longValue());
                    if (d >= 0) {
                        aliases.add(new UnsignedLong(d.longValue()));
                    }
                }
            }
            default -> {}
        }
        return aliases;
    }
}
