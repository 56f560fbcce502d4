package io.alcove.apimachinery.cbor;

import java.io.ByteArrayOutputStream;

/** Floats of three sizes. */
final class CborFloat {

    private static final int HALF = 0xf9;
    private static final int SINGLE = 0xfa;
    private static final int DOUBLE = 0xfb;

    private CborFloat() {}

    /** In the smallest form that keeps the value. */
    static void write(double value, ByteArrayOutputStream out) {
        float single = (float) value;
        if (Double.compare(single, value) != 0) {
            out.write(DOUBLE);
            Major.number(Double.doubleToRawLongBits(value), 8, out);
            return;
        }
        short half = Float.floatToFloat16(single);
        if (Float.compare(Float.float16ToFloat(half), single) == 0) {
            out.write(HALF);
            Major.number(half, 2, out);
        } else {
            out.write(SINGLE);
            Major.number(Float.floatToRawIntBits(single), 4, out);
        }
    }
}
