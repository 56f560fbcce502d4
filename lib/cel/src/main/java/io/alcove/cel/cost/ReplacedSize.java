package io.alcove.cel.cost;

/** How long a string may be after all occurrences of another in it are replaced. */
final class ReplacedSize {

    private ReplacedSize() {}

    static Range of(Range size, Range replaced, Range with) {
        long maxCount = 0;
        long maxKept = 0;
        if (replaced.rawMin() == 0) {
            maxCount = plusOne(size.rawMax());
            maxKept = size.rawMax();
        } else if (Long.compareUnsigned(with.rawMax(), replaced.rawMin()) <= 0) {
            maxKept = size.rawMax();
        } else {
            maxCount = ratio(size.rawMax(), replaced.rawMin());
        }
        long minCount = 0;
        long minKept = 0;
        if (replaced.rawMax() == 0) {
            minCount = plusOne(size.rawMin());
            minKept = size.rawMin();
        } else if (Long.compareUnsigned(replaced.rawMax(), with.rawMin()) <= 0) {
            minKept = size.rawMin();
        } else {
            minCount = ratio(size.rawMin(), replaced.rawMax());
        }
        return Range.of(minCount, maxCount).times(with).plus(Range.of(minKept, maxKept));
    }

    private static long plusOne(long size) {
        return size == -1 ? size : size + 1;
    }

    private static long ratio(long size, long part) {
        return (long) Math.ceil(Range.toDouble(size) / Range.toDouble(part));
    }
}
