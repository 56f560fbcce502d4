package io.alcove.apiserver.kinds.certificates;

import io.alcove.apiserver.kinds.validation.Inspection;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** PEM in a field of bytes. */
final class PemText {

    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----";

    private PemText() {}

    static boolean beginsWith(String base64, String type) {
        return firstType(decode(base64), 0).equals(type);
    }

    static void checkCertificates(Inspection certificate) {
        String text = decode(certificate.text());
        int at = text.indexOf(BEGIN);
        if (at < 0) {
            tell(certificate, "must contain at least one CERTIFICATE PEM block");
            return;
        }
        while (at >= 0) {
            String type = firstType(text, at);
            if (!type.equals("CERTIFICATE")) {
                tell(
                        certificate,
                        "only CERTIFICATE PEM blocks are allowed, found \"" + type + "\"");
                return;
            }
            at = text.indexOf(BEGIN, at + 1);
        }
    }

    private static void tell(Inspection certificate, String detail) {
        certificate.invalid("<certificate data>", detail);
    }

    private static String firstType(String text, int from) {
        int begin = text.indexOf(BEGIN, from);
        int end = begin < 0 ? -1 : text.indexOf(END, begin + BEGIN.length());
        if (end < 0) {
            return "";
        }
        String type = text.substring(begin + BEGIN.length(), end);
        return text.indexOf("-----END " + type + END, end) < 0 ? "" : type;
    }

    private static String decode(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }
}
