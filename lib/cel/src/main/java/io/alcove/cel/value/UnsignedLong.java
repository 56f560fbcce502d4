package io.alcove.cel.value;

import java.math.BigInteger;

/** A value of type uint. */
public record UnsignedLong(long bits) implements Comparable<UnsignedLong> {

    @Override
    public int compareTo(UnsignedLong other) {
        return Long.compareUnsigned(bits, other.bits);
    }

    public BigInteger toBigInteger() {
        return new BigInteger(toString());
    }

    public double toDouble() {
        return bits >= 0 ? (double) bits : toBigInteger().doubleValue();
    }

    @Override
    public String toString() {
        return Long.toUnsignedString(bits);
    }
}
