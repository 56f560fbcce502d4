package io.alcove.apiserver.admission.certificates;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Whom a certificate signing request (PKCS #10, in PEM) is for. */
public record RequestedSubject(List<String> commonNames, List<String> organizations) {

    private static final String BEGIN = "-----BEGIN CERTIFICATE REQUEST-----";
    private static final String END = "-----END CERTIFICATE REQUEST-----";

    private static final byte[] COMMON_NAME = {0x55, 0x04, 0x03};
    private static final byte[] ORGANIZATION = {0x55, 0x04, 0x0a};

    public RequestedSubject {
        commonNames = List.copyOf(commonNames);
        organizations = List.copyOf(organizations);
    }

    /**
     * @param request spec.request: PEM in base64
     * @throws IllegalArgumentException where it is none
     */
    public static RequestedSubject of(String request) {
        String pem = new String(Base64.getDecoder().decode(request), StandardCharsets.US_ASCII);
        int begin = pem.indexOf(BEGIN);
        int end = pem.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("PEM block type must be CERTIFICATE REQUEST");
        }
        byte[] der = Base64.getMimeDecoder().decode(pem.substring(begin + BEGIN.length(), end));
        DerReader info = new DerReader(der).sequence().sequence();
        info.next();
        return read(info.sequence());
    }

    /** A name is a sequence of sets of pairs. */
    private static RequestedSubject read(DerReader name) {
        List<String> commonNames = new ArrayList<>();
        List<String> organizations = new ArrayList<>();
        while (name.hasNext()) {
            DerReader set = new DerReader(name.next());
            while (set.hasNext()) {
                DerReader pair = new DerReader(set.next());
                byte[] type = pair.next();
                String value = new String(pair.next(), StandardCharsets.UTF_8);
                if (Arrays.equals(type, COMMON_NAME)) {
                    commonNames.add(value);
                } else if (Arrays.equals(type, ORGANIZATION)) {
                    organizations.add(value);
                }
            }
        }
        return new RequestedSubject(commonNames, organizations);
    }
}
