package io.alcove.apiserver.kinds.resource;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apiserver.kinds.validation.Bytes;
import io.alcove.apiserver.kinds.validation.Inspection;
import java.util.List;
import java.util.regex.Pattern;

/** The attributes of a device: each holds one value. */
final class DeviceAttributes {

    private static final int LONGEST = 64;
    private static final List<String> LISTS = List.of("bools", "ints", "strings", "versions");
    private static final List<String> SINGLES = List.of("bool", "int", "string", "version");
    private static final String NUMBER = "(0|[1-9]\\d*)";
    private static final String PRE_RELEASE = "(0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*)";
    private static final String BUILD = "[0-9a-zA-Z-]+";
    private static final Pattern VERSION =
            Pattern.compile(
                    NUMBER
                            + "\\."
                            + NUMBER
                            + "\\."
                            + NUMBER
                            + "(-"
                            + PRE_RELEASE
                            + "(\\."
                            + PRE_RELEASE
                            + ")*)?(\\+"
                            + BUILD
                            + "(\\."
                            + BUILD
                            + ")*)?");

    private DeviceAttributes() {}

    static boolean isList(JsonNode attribute) {
        return LISTS.stream().anyMatch(attribute::has);
    }

    /** How many values an attribute holds; the empty one counts. */
    static int entries(JsonNode attribute) {
        int items = LISTS.stream().mapToInt(list -> attribute.path(list).size()).sum();
        return Math.max(1, items);
    }

    static void check(Inspection attribute) {
        long given =
                SINGLES.stream().filter(f -> attribute.field(f).isPresent()).count()
                        + LISTS.stream().filter(f -> attribute.field(f).isPresent()).count();
        text(attribute.field("string"));
        version(attribute.field("version"));
        for (String list : LISTS) {
            Inspection values = attribute.field(list);
            if (values.isPresent() && values.size() == 0) {
                values.invalid("must not be empty if specified");
            }
        }
        attribute.field("strings").each(DeviceAttributes::text);
        attribute.field("versions").each(DeviceAttributes::version);
        if (given == 0) {
            attribute.invalid("", "exactly one value must be specified");
        } else if (given > 1) {
            attribute.invalidAs("oresource.DeviceAttribute", "exactly one value must be specified");
        }
    }

    private static void text(Inspection value) {
        if (value.isPresent() && Bytes.length(value.text()) > LONGEST) {
            value.tooLong(LONGEST);
        }
    }

    private static void version(Inspection value) {
        if (value.isPresent() && !VERSION.matcher(value.text()).matches()) {
            value.invalid("must be a string compatible with semver.org spec 2.0.0");
        }
        text(value);
    }
}
