package io.alcove.cel.cost;

/**
 * The least and the greatest that a size or a cost may be. Sums and products stop at the greatest
 * number instead of overflowing.
 */
public record Range(long min, long max) {

    public static final Range ZERO = new Range(0, 0);
    public static final Range ONE = new Range(1, 1);

    /** Nothing is known. */
    public static final Range UNKNOWN = new Range(0, Long.MAX_VALUE);

    /** The start of a union. */
    static final Range NONE = new Range(Long.MAX_VALUE, 0);

    private static final double TWO_TO_63 = 0x1p63;

    public static Range exactly(long value) {
        return new Range(value, value);
    }

    public static Range upTo(long max) {
        return new Range(0, max);
    }

    public Range plus(Range other) {
        return new Range(add(min, other.min), add(max, other.max));
    }

    public Range times(Range other) {
        return new Range(multiply(min, other.min), multiply(max, other.max));
    }

    /** Rounded up. */
    public Range times(double factor) {
        return new Range(multiply(min, factor), multiply(max, factor));
    }

    /** What encompasses both. */
    public Range or(Range other) {
        return new Range(Math.min(min, other.min), Math.max(max, other.max));
    }

    private static long add(long x, long y) {
        long sum = x + y;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    private static long multiply(long x, long y) {
        return Math.multiplyHigh(x, y) != 0 || x * y < 0 ? Long.MAX_VALUE : x * y;
    }

    static long multiply(long x, double factor) {
        double product = Math.ceil(x * factor);
        return product >= TWO_TO_63 ? Long.MAX_VALUE : (long) product;
    }
}
