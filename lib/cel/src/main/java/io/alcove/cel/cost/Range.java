package io.alcove.cel.cost;

/**
 * The least and the greatest that a size or a cost may be. The numbers are unsigned, as upstream's
 * are; sums and products stop at the greatest number instead of overflowing.
 */
public final class Range {

    private static final long MAX = -1L;
    private static final double TWO_TO_63 = 0x1p63;
    private static final double TWO_TO_64 = 0x1p64;

    public static final Range ZERO = new Range(0, 0);
    public static final Range ONE = new Range(1, 1);

    /** Nothing is known. */
    public static final Range UNKNOWN = new Range(0, MAX);

    /** The start of a union. */
    static final Range NONE = new Range(MAX, 0);

    private final long least;
    private final long greatest;

    private Range(long least, long greatest) {
        this.least = least;
        this.greatest = greatest;
    }

    public static Range exactly(long value) {
        return new Range(value, value);
    }

    public static Range upTo(long max) {
        return new Range(0, max);
    }

    static Range of(long min, long max) {
        return new Range(min, max);
    }

    /** At most the greatest long. */
    public long min() {
        return clamped(least);
    }

    /** At most the greatest long. */
    public long max() {
        return clamped(greatest);
    }

    long rawMin() {
        return least;
    }

    long rawMax() {
        return greatest;
    }

    private static long clamped(long unsigned) {
        return unsigned < 0 ? Long.MAX_VALUE : unsigned;
    }

    public Range plus(Range other) {
        return new Range(add(least, other.least), add(greatest, other.greatest));
    }

    public Range times(Range other) {
        return new Range(multiply(least, other.least), multiply(greatest, other.greatest));
    }

    /** Rounded up. */
    public Range times(double factor) {
        return new Range(multiply(least, factor), multiply(greatest, factor));
    }

    /** What encompasses both. */
    public Range or(Range other) {
        return new Range(lesser(least, other.least), greater(greatest, other.greatest));
    }

    static long lesser(long x, long y) {
        return Long.compareUnsigned(x, y) <= 0 ? x : y;
    }

    private static long greater(long x, long y) {
        return Long.compareUnsigned(x, y) >= 0 ? x : y;
    }

    private static long add(long x, long y) {
        long sum = x + y;
        return Long.compareUnsigned(sum, x) < 0 ? MAX : sum;
    }

    private static long multiply(long x, long y) {
        return Math.unsignedMultiplyHigh(x, y) != 0 ? MAX : x * y;
    }

    static long multiply(long x, double factor) {
        double product = Math.ceil(toDouble(x) * factor);
        if (product >= TWO_TO_64) {
            return MAX;
        }
        return product >= TWO_TO_63
                ? (long) (product - TWO_TO_63) + Long.MIN_VALUE
                : (long) product;
    }

    static double toDouble(long unsigned) {
        return unsigned >= 0 ? (double) unsigned : (unsigned >>> 1) * 2.0;
    }

    @Override
    public String toString() {
        return Long.toUnsignedString(least) + ".." + Long.toUnsignedString(greatest);
    }
}
