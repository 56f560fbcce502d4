package io.alcove.cel.cost;

/** How long a string may be after all occurrences of another in it are replaced. */
final class ReplacedSize {

    private ReplacedSize() {}

    static Range of(Range size, Range replaced, Range with) {
        long maxCount = 0;
        long maxKept = 0;
        if (replaced.min() == 0) {
            maxCount = plusOne(size.max());
            maxKept = size.max();
        } else if (with.max() <= replaced.min()) {
            maxKept = size.max();
        } else {
            maxCount = ratio(size.max(), replaced.min());
        }
        long minCount = 0;
        long minKept = 0;
        if (replaced.max() == 0) {
            minCount = plusOne(size.min());
            minKept = size.min();
        } else if (replaced.max() <= with.min()) {
            minKept = size.min();
        } else {
            minCount = ratio(size.min(), replaced.max());
        }
        return new Range(minCount, maxCount).times(with).plus(new Range(minKept, maxKept));
    }

    private static long plusOne(long size) {
        return size == Long.MAX_VALUE ? size : size + 1;
    }

    private static long ratio(long size, long part) {
        return (long) Math.ceil((double) size / (double) part);
    }
}
