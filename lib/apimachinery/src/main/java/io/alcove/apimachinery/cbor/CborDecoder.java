package io.alcove.apimachinery.cbor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Reads CBOR as the JSON that upstream takes it for: texts and byte strings are one, byte strings
 * under a tag that names a text form are put into it, other tags are passed over.
 */
public final class CborDecoder {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Deeper than any object. */
    private static final int MAX_DEPTH = 500;

    private static final int LATER_BASE64URL = 21;
    private static final int LATER_BASE64 = 22;
    private static final int LATER_BASE16 = 23;
    private static final int MAX_TAG = 1000;
    private static final int BIGNUM = 2;
    private static final int NEGATIVE_BIGNUM = 3;

    private final byte[] bytes;
    private int at;

    private CborDecoder(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * @throws CborException where the bytes are not one item that JSON can hold
     */
    public static JsonNode decode(byte[] bytes) throws CborException {
        CborDecoder decoder = new CborDecoder(bytes);
        if (bytes.length == 0) {
            throw new CborException("EOF");
        }
        JsonNode value = decoder.value(0, 0);
        int rest = bytes.length - decoder.at;
        if (rest > 0) {
            throw new CborException(
                    "cbor: %d bytes of extraneous data starting at index %d"
                            .formatted(rest, decoder.at));
        }
        return value;
    }

    /**
     * @param tag the one that stands before the value; 0 for none that matters
     */
    private JsonNode value(int depth, long tag) throws CborException {
        if (depth > MAX_DEPTH) {
            throw new CborException("cbor: exceeded max nested level " + MAX_DEPTH);
        }
        int first = take();
        int major = first >> 5;
        int info = first & Major.INDEFINITE;
        if (first == Major.BREAK) {
            throw new CborException("cbor: unexpected \"break\" code");
        }
        return switch (major) {
            case Major.UNSIGNED -> integer(argument(info));
            case Major.NEGATIVE -> NODES.numberNode(-1 - signed(argument(info)));
            case Major.BYTES -> NODES.textNode(text(string(major, info), tag));
            case Major.TEXT -> NODES.textNode(utf8(string(major, info)));
            case Major.ARRAY -> array(info, depth);
            case Major.MAP -> map(info, depth);
            case Major.TAG -> tagged(argument(info), depth);
            default -> simple(info);
        };
    }

    private JsonNode tagged(long tag, int depth) throws CborException {
        if (tag == BIGNUM || tag == NEGATIVE_BIGNUM) {
            throw new CborException("cbor: bignum tags are not allowed");
        }
        return value(depth + 1, tag > MAX_TAG ? 0 : tag);
    }

    private JsonNode integer(long argument) throws CborException {
        return NODES.numberNode(signed(argument));
    }

    private static long signed(long argument) throws CborException {
        if (argument < 0) {
            throw new CborException(
                    "cbor: cannot unmarshal %s into Go value of type int64 (overflow)"
                            .formatted(Long.toUnsignedString(argument)));
        }
        return argument;
    }

    private ArrayNode array(int info, int depth) throws CborException {
        ArrayNode array = NODES.arrayNode();
        if (info == Major.INDEFINITE) {
            while (!atBreak()) {
                array.add(value(depth + 1, 0));
            }
            return array;
        }
        for (long left = argument(info); left != 0; left--) {
            array.add(value(depth + 1, 0));
        }
        return array;
    }

    private ObjectNode map(int info, int depth) throws CborException {
        ObjectNode map = NODES.objectNode();
        if (info == Major.INDEFINITE) {
            while (!atBreak()) {
                entry(map, depth);
            }
            return map;
        }
        for (long left = argument(info); left != 0; left--) {
            entry(map, depth);
        }
        return map;
    }

    private void entry(ObjectNode map, int depth) throws CborException {
        JsonNode key = value(depth + 1, 0);
        if (!key.isTextual()) {
            throw new CborException("cbor: a map key that is no string");
        }
        if (map.has(key.textValue())) {
            throw new CborException(
                    "cbor: found duplicate map key \"%s\" at map element index %d"
                            .formatted(key.textValue(), map.size()));
        }
        map.set(key.textValue(), value(depth + 1, 0));
    }

    private boolean atBreak() throws CborException {
        if (at >= bytes.length) {
            throw new CborException("unexpected EOF");
        }
        if ((bytes[at] & 0xff) != Major.BREAK) {
            return false;
        }
        at++;
        return true;
    }

    private byte[] string(int major, int info) throws CborException {
        if (info != Major.INDEFINITE) {
            return take(argument(info));
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        while (!atBreak()) {
            int first = take();
            if (first >> 5 != major || (first & Major.INDEFINITE) == Major.INDEFINITE) {
                throw new CborException("cbor: wrong element type for indefinite-length string");
            }
            whole.writeBytes(take(argument(first & Major.INDEFINITE)));
        }
        return whole.toByteArray();
    }

    private static String text(byte[] bytes, long tag) throws CborException {
        return switch ((int) tag) {
            case LATER_BASE64URL -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            case LATER_BASE64 -> Base64.getEncoder().encodeToString(bytes);
            case LATER_BASE16 -> HexFormat.of().withUpperCase().formatHex(bytes);
            default -> utf8(bytes);
        };
    }

    private static String utf8(byte[] bytes) throws CborException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            throw new CborException("cbor: invalid UTF-8 string");
        }
    }

    private JsonNode simple(int info) throws CborException {
        return switch (info) {
            case 20 -> NODES.booleanNode(false);
            case 21 -> NODES.booleanNode(true);
            case 22 -> NODES.nullNode();
            case 25 -> number(Float.float16ToFloat((short) argument(info)));
            case 26 -> number(Float.intBitsToFloat((int) argument(info)));
            case 27 -> number(Double.longBitsToDouble(argument(info)));
            default -> throw new CborException("cbor: simple value " + info + " is not recognized");
        };
    }

    private static JsonNode number(double value) throws CborException {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new CborException("cbor: floating-point NaN or infinity");
        }
        return value == Math.rint(value) && Math.abs(value) < 1L << 53
                ? NODES.numberNode((long) value)
                : NODES.numberNode(value);
    }

    private long argument(int info) throws CborException {
        if (info < Major.ONE_BYTE) {
            return info;
        }
        if (info > Major.ONE_BYTE + 3) {
            throw new CborException("cbor: invalid additional information " + info);
        }
        long value = 0;
        for (int left = 1 << (info - Major.ONE_BYTE); left > 0; left--) {
            value = (value << Byte.SIZE) | take();
        }
        return value;
    }

    private int take() throws CborException {
        if (at >= bytes.length) {
            throw new CborException("unexpected EOF");
        }
        return bytes[at++] & 0xff;
    }

    private byte[] take(long length) throws CborException {
        if (length < 0 || length > bytes.length - at) {
            throw new CborException("unexpected EOF");
        }
        byte[] taken = java.util.Arrays.copyOfRange(bytes, at, at + (int) length);
        at += (int) length;
        return taken;
    }
}
