package io.alcove.apiserver.allocation;

import io.alcove.apimachinery.object.ObjectName;
import java.util.BitSet;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/**
 * Numbers of a range, each held once. Numbers that nobody asks for by name come from the upper part
 * of the range, so that the lower part stays free for those who do, as upstream has it.
 */
final class NumberPool {

    private static final int BAND_FRACTION = 16;
    private static final int MAX_BAND = 256;

    /** Each attempt that fails means that another server took the number first. */
    private static final int MAX_ATTEMPTS = 100;

    private final Claims claims;
    private final int first;
    private final int size;
    private final int lowerBand;
    private final RandomGenerator random;

    /**
     * @param first the first number that may be given
     */
    NumberPool(Claims claims, int first, int size, int lowerBand, RandomGenerator random) {
        this.claims = claims;
        this.first = first;
        this.size = size;
        this.lowerBand = lowerBand;
        this.random = random;
    }

    /** The lower part for a range of addresses. */
    static int addressBand(int size) {
        return size < BAND_FRACTION ? 0 : Math.clamp(size / BAND_FRACTION, BAND_FRACTION, MAX_BAND);
    }

    /** The lower part for a range of ports. */
    static int portBand(int size) {
        return size < 2 * BAND_FRACTION ? 0 : Math.clamp(size / 32, BAND_FRACTION, 128);
    }

    /** Whether the number was free and is held now. */
    boolean take(int number, ObjectName owner) {
        return claims.take(number, owner);
    }

    /** A free number, held from now on; empty where all are held. */
    OptionalInt takeAny(ObjectName owner) {
        BitSet lost = new BitSet();
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            OptionalInt free = free(lost);
            if (free.isEmpty() || claims.take(free.getAsInt(), owner)) {
                return free;
            }
            lost.set(free.getAsInt());
        }
        return OptionalInt.empty();
    }

    /** A number that would be given. */
    OptionalInt free() {
        return free(new BitSet());
    }

    private OptionalInt free(BitSet except) {
        int upper = size - lowerBand;
        int start = lowerBand + (upper > 0 ? random.nextInt(upper) : 0);
        int candidate = nextFree(start, except);
        if (candidate >= size) {
            candidate = nextFree(lowerBand, except);
        }
        if (candidate >= size) {
            candidate = nextFree(0, except);
        }
        return candidate < size ? OptionalInt.of(candidate) : OptionalInt.empty();
    }

    private int nextFree(int from, BitSet except) {
        int candidate = Math.max(from, first);
        while (candidate < size && (except.get(candidate) || claims.isHeld(candidate))) {
            candidate++;
        }
        return candidate;
    }

    boolean isHeld(int number) {
        return claims.isHeld(number);
    }

    void release(int number) {
        claims.release(number);
    }
}
