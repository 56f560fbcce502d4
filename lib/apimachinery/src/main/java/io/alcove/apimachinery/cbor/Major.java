package io.alcove.apimachinery.cbor;

import java.io.ByteArrayOutputStream;

/** The types of items, and the heads that they begin with. */
final class Major {

    static final int UNSIGNED = 0;
    static final int NEGATIVE = 1;
    static final int BYTES = 2;
    static final int TEXT = 3;
    static final int ARRAY = 4;
    static final int MAP = 5;
    static final int TAG = 6;
    static final int SIMPLE = 7;

    static final int FALSE = 0xf4;
    static final int TRUE = 0xf5;
    static final int NULL = 0xf6;
    static final int BREAK = 0xff;

    /** In the place of a length: it ends with a break. */
    static final int INDEFINITE = 31;

    static final int ONE_BYTE = 24;

    private Major() {}

    static void write(int major, long argument, ByteArrayOutputStream out) {
        int top = major << 5;
        if (argument < ONE_BYTE) {
            out.write(top | (int) argument);
        } else if (argument < 1L << 8) {
            out.write(top | ONE_BYTE);
            number(argument, 1, out);
        } else if (argument < 1L << 16) {
            out.write(top | (ONE_BYTE + 1));
            number(argument, 2, out);
        } else if (argument < 1L << 32) {
            out.write(top | (ONE_BYTE + 2));
            number(argument, 4, out);
        } else {
            out.write(top | (ONE_BYTE + 3));
            number(argument, 8, out);
        }
    }

    static void number(long value, int bytes, ByteArrayOutputStream out) {
        for (int shift = (bytes - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            out.write((int) (value >>> shift));
        }
    }
}
