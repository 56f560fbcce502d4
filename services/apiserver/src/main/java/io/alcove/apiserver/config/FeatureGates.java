package io.alcove.apiserver.config;

import io.alcove.client.flag.FlagException;

/**
 * What --feature-gates switches on of what upstream has off by default.
 *
 * @param cborServing CBORServingAndStorage: bodies and answers may be CBOR; storage stays JSON
 */
public record FeatureGates(boolean cborServing) {

    private static final String CBOR = "CBORServingAndStorage";

    public static FeatureGates of(ApiServerOptions options) {
        boolean cbor = false;
        for (String gate : options.flags().text("feature-gates").split(",", -1)) {
            if (gate.isBlank()) {
                continue;
            }
            int equals = gate.indexOf('=');
            String name = equals < 0 ? gate : gate.substring(0, equals);
            if (!name.strip().equals(CBOR)) {
                throw new FlagException("unrecognized feature gate: " + name.strip());
            }
            cbor = isOn(gate, equals);
        }
        return new FeatureGates(cbor);
    }

    private static boolean isOn(String gate, int equals) {
        if (equals < 0) {
            throw new FlagException("missing bool value for " + gate.strip());
        }
        return switch (gate.substring(equals + 1).strip()) {
            case "true", "True", "TRUE", "t", "T", "1" -> true;
            case "false", "False", "FALSE", "f", "F", "0" -> false;
            default ->
                    throw new FlagException(
                            "invalid value of %s: %s".formatted(CBOR, gate.strip()));
        };
    }
}
