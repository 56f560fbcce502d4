package io.alcove.apiserver.kinds.batch;

import io.alcove.apiserver.kinds.validation.Inspection;
import java.time.ZoneId;
import java.util.regex.Pattern;

/** Names of time zones ("Europe/Berlin"). */
final class TimeZoneRules {

    private static final Pattern PART = Pattern.compile("[A-Za-z.\\-_0-9+]{1,14}");

    private TimeZoneRules() {}

    static void check(Inspection zone) {
        if (!zone.isPresent()) {
            return;
        }
        String name = zone.text();
        if (name.isEmpty()) {
            zone.invalid("timeZone must be nil or non-empty string");
            return;
        }
        for (String part : name.split("/", -1)) {
            boolean path = part.equals(".") || part.equals("..");
            if (path || part.startsWith("-") || !PART.matcher(part).matches()) {
                zone.invalid("unknown time zone " + name);
                return;
            }
        }
        if (name.equalsIgnoreCase("Local")) {
            zone.invalid(
                    "timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones");
        }
        if (!isKnown(name)) {
            zone.invalid("unknown time zone " + name);
        }
    }

    /** "Local" is known to Go, beside the zones of the database. */
    static boolean isKnown(String name) {
        return name.equals("Local")
                || name.equals("UTC")
                || ZoneId.getAvailableZoneIds().contains(name);
    }
}
