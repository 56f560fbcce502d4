package io.alcove.apiserver.kinds.resource;

import io.alcove.apiserver.kinds.validation.Bytes;
import io.alcove.apiserver.kinds.validation.Inspection;

/** Parameters for drivers, and what devices are selected by. */
final class DeviceConfigurations {

    static final int MOST = 32;
    static final int MOST_SELECTORS = 32;

    private static final int LONGEST = 10 * 1024;
    private static final int LONGEST_EXPRESSION = 10 * 1024;

    private DeviceConfigurations() {}

    static void check(Inspection configuration) {
        Inspection opaque = configuration.field("opaque");
        if (!opaque.isPresent()) {
            opaque.missing();
            return;
        }
        DeviceNames.driver(opaque.field("driver"));
        raw(opaque.field("parameters"));
    }

    /** Any object. */
    static void raw(Inspection value) {
        if (!value.isPresent()) {
            value.missing();
        } else if (Bytes.length(value.node().toString()) > LONGEST) {
            value.tooLong(LONGEST);
        } else if (!value.node().isObject()) {
            value.invalid("<value omitted>", "must be a valid JSON object");
        }
    }

    static void selectors(Inspection selectors) {
        Sets.list(
                selectors,
                MOST_SELECTORS,
                selector -> {
                    Inspection cel = selector.field("cel");
                    if (!cel.isPresent()) {
                        cel.missing();
                    } else if (Bytes.length(cel.field("expression").text()) > LONGEST_EXPRESSION) {
                        cel.field("expression").tooLong(LONGEST_EXPRESSION);
                    }
                });
    }
}
