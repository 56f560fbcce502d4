package io.alcove.apiserver.serviceaccount;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/** RSA keys in the older form that kubeadm writes, made into the forms that the JDK reads. */
final class Pkcs1 {

    private static final int SEQUENCE = 0x30;
    private static final int OCTET_STRING = 0x04;
    private static final int BIT_STRING = 0x03;
    private static final int LONG_LENGTH = 0x80;
    private static final int BYTE_BITS = 8;
    private static final byte[] VERSION_0 = {0x02, 0x01, 0x00};

    /** SEQUENCE { rsaEncryption, NULL }. */
    private static final byte[] RSA = HexFormat.of().parseHex("300d06092a864886f70d0101010500");

    private Pkcs1() {}

    static byte[] privateKeyInfo(byte[] key) {
        return element(SEQUENCE, joined(VERSION_0, RSA, element(OCTET_STRING, key)));
    }

    static byte[] publicKeyInfo(byte[] key) {
        return element(SEQUENCE, joined(RSA, element(BIT_STRING, joined(new byte[1], key))));
    }

    private static byte[] element(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length < LONG_LENGTH) {
            out.write(content.length);
        } else {
            int bytes =
                    (Integer.SIZE - Integer.numberOfLeadingZeros(content.length) + 7) / BYTE_BITS;
            out.write(LONG_LENGTH | bytes);
            for (int i = bytes - 1; i >= 0; i--) {
                out.write(content.length >> (i * BYTE_BITS));
            }
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
