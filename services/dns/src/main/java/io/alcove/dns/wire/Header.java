package io.alcove.dns.wire;

/** Places and bits of the twelve bytes before the question. */
final class Header {

    static final int LENGTH = 12;
    static final int FLAGS = 2;
    static final int QUESTIONS = 4;
    static final int ANSWERS = 6;
    static final int AUTHORITIES = 8;
    static final int ADDITIONALS = 10;

    static final int RESPONSE = 0x8000;
    static final int OPCODE = 0x7800;
    static final int AUTHORITATIVE = 0x0400;
    static final int TRUNCATED = 0x0200;
    static final int RECURSION_DESIRED = 0x0100;
    static final int RECURSION_AVAILABLE = 0x0080;
    static final int AUTHENTIC = 0x0020;
    static final int CHECKING_DISABLED = 0x0010;
    static final int CODE = 0x000f;

    static final int DNSSEC_OK = 0x8000;

    private Header() {}

    static int u16(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
    }

    static long u32(byte[] bytes, int at) {
        return (long) u16(bytes, at) << 16 | u16(bytes, at + 2);
    }

    static void putU16(byte[] bytes, int at, int value) {
        bytes[at] = (byte) (value >> 8);
        bytes[at + 1] = (byte) value;
    }

    static void putU32(byte[] bytes, int at, long value) {
        putU16(bytes, at, (int) (value >> 16));
        putU16(bytes, at + 2, (int) value);
    }
}
