package io.alcove.apiserver.serviceaccount;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.Optional;
import java.util.TreeSet;

/** What others need to check our tokens by themselves: OpenID discovery and the public keys. */
public final class IssuerDocuments {

    public static final String CONFIGURATION_PATH = "/.well-known/openid-configuration";
    public static final String KEYS_PATH = "/openid/v1/jwks";

    private static final int BYTE_BITS = 8;

    private final byte[] configuration;
    private final byte[] keys;

    private IssuerDocuments(byte[] configuration, byte[] keys) {
        this.configuration = configuration;
        this.keys = keys;
    }

    /**
     * Empty where the issuer is no https URL, or there are no keys: upstream then serves neither.
     *
     * @param keysUri --service-account-jwks-uri
     * @param address of this server, for where that is not set
     */
    public static Optional<IssuerDocuments> of(
            TokenSettings settings, Optional<String> keysUri, String address) {
        if (!isIssuer(settings.issuer()) || settings.keys().verifying().isEmpty()) {
            return Optional.empty();
        }
        ObjectNode configuration = JsonNodeFactory.instance.objectNode();
        configuration.put("issuer", settings.issuer());
        configuration.put("jwks_uri", keysUri.orElse("https://" + address + KEYS_PATH));
        configuration.putArray("response_types_supported").add("id_token");
        configuration.putArray("subject_types_supported").add("public");
        ArrayNode algorithms = configuration.putArray("id_token_signing_alg_values_supported");
        TreeSet<String> names = new TreeSet<>();
        ObjectNode keys = JsonNodeFactory.instance.objectNode();
        ArrayNode list = keys.putArray("keys");
        for (TokenKey key : settings.keys().verifying()) {
            names.add(key.algorithm().name());
            list.add(node(key));
        }
        names.forEach(algorithms::add);
        return Optional.of(new IssuerDocuments(bytes(configuration), bytes(keys)));
    }

    public byte[] configuration() {
        return configuration.clone();
    }

    public byte[] keys() {
        return keys.clone();
    }

    private static boolean isIssuer(String issuer) {
        try {
            URI uri = URI.create(issuer);
            return "https".equals(uri.getScheme())
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static ObjectNode node(TokenKey key) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("use", "sig");
        switch (key.key()) {
            case RSAPublicKey rsa ->
                    node.put("kty", "RSA")
                            .put("kid", key.id())
                            .put("alg", key.algorithm().name())
                            .put("n", base64(rsa.getModulus(), 0))
                            .put("e", base64(rsa.getPublicExponent(), 0));
            case ECPublicKey ec -> {
                int bits = ec.getParams().getCurve().getField().getFieldSize();
                int bytes = (bits + BYTE_BITS - 1) / BYTE_BITS;
                node.put("kty", "EC")
                        .put("kid", key.id())
                        .put("crv", key.algorithm().curve())
                        .put("alg", key.algorithm().name())
                        .put("x", base64(ec.getW().getAffineX(), bytes))
                        .put("y", base64(ec.getW().getAffineY(), bytes));
            }
            default -> throw new IllegalStateException("a key of " + key.key().getAlgorithm());
        }
        return node;
    }

    /**
     * @param least bytes, filled up with zeros in front
     */
    private static String base64(BigInteger number, int least) {
        byte[] signed = number.toByteArray();
        int sign = signed.length > 1 && signed[0] == 0 ? 1 : 0;
        int length = Math.max(least, signed.length - sign);
        byte[] plain = new byte[length];
        System.arraycopy(
                signed, sign, plain, length - (signed.length - sign), signed.length - sign);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }

    private static byte[] bytes(ObjectNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }
}
