package io.alcove.apiserver.allocation;

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

    private final BitSet held = new BitSet();
    private final int size;
    private final int lowerBand;
    private final RandomGenerator random;

    NumberPool(int size, int lowerBand, RandomGenerator random) {
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
    synchronized boolean take(int number) {
        if (held.get(number)) {
            return false;
        }
        held.set(number);
        return true;
    }

    /** A free number, held from now on; empty where all are held. */
    synchronized OptionalInt takeAny() {
        OptionalInt free = free();
        free.ifPresent(held::set);
        return free;
    }

    /** A number that would be given. */
    synchronized OptionalInt free() {
        int upper = size - lowerBand;
        int start = lowerBand + (upper > 0 ? random.nextInt(upper) : 0);
        int candidate = held.nextClearBit(start);
        if (candidate >= size) {
            candidate = held.nextClearBit(lowerBand);
        }
        if (candidate >= size) {
            candidate = held.nextClearBit(0);
        }
        return candidate < size ? OptionalInt.of(candidate) : OptionalInt.empty();
    }

    synchronized boolean isFree(int number) {
        return !held.get(number);
    }

    synchronized void release(int number) {
        held.clear(number);
    }
}
