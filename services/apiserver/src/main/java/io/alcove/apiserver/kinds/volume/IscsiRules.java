package io.alcove.apiserver.kinds.volume;

import io.alcove.apiserver.kinds.validation.Inspection;
import java.util.Map;
import java.util.regex.Pattern;

/** iscsi, in pods and in PersistentVolumes. */
public final class IscsiRules {

    private static final Map<String, Pattern> NAMES =
            Map.of(
                    "iqn",
                    Pattern.compile("iqn\\.\\d{4}-\\d{2}\\.([\\p{Alnum}.-]+)(:[^,;*&$|\\s]+)$"),
                    "eui",
                    Pattern.compile("^eui.\\p{Alnum}{16}$"),
                    "naa",
                    Pattern.compile("^naa.\\p{Alnum}{32}$"));
    private static final String TOO_LONG =
            "Total length of <volume name>:<iscsi.targetPortal> must be under 64 characters if iscsi.initiatorName is specified.";
    private static final int MAX_PORTAL = 64;
    private static final int MAX_LUN = 255;

    private IscsiRules() {}

    public static void inPod(Inspection iscsi) {
        check(iscsi, "must be valid format starting with iqn, eui, or naa");
    }

    public static void inPersistentVolume(Inspection iscsi, String volume) {
        iscsi.field("targetPortal").required();
        if (isPortalTooLong(iscsi, volume)) {
            iscsi.field("targetportal").invalid(iscsi.field("targetPortal").text(), TOO_LONG);
        }
        rest(iscsi, "must be valid format");
    }

    /** Told of the volume's name, beside what is wrong in the source. */
    public static void nameInPod(Inspection volume) {
        Inspection name = volume.field("name");
        if (isPortalTooLong(volume.field("iscsi"), name.text())) {
            name.invalid(name.text(), TOO_LONG);
        }
    }

    private static boolean isPortalTooLong(Inspection iscsi, String volume) {
        String portal = iscsi.field("targetPortal").text();
        return iscsi.field("initiatorName").isPresent()
                && volume.length() + 1 + portal.length() > MAX_PORTAL;
    }

    private static void check(Inspection iscsi, String unknownPrefix) {
        iscsi.field("targetPortal").required();
        rest(iscsi, unknownPrefix);
    }

    private static void rest(Inspection iscsi, String unknownPrefix) {
        if (iscsi.field("iqn").required()) {
            name(iscsi.field("iqn"), unknownPrefix);
        }
        iscsi.field("lun").inRange(0, MAX_LUN);
        Inspection secret = iscsi.field("secretRef");
        boolean auth =
                iscsi.field("chapAuthDiscovery").isTrue()
                        || iscsi.field("chapAuthSession").isTrue();
        if (auth && !secret.isPresent()) {
            secret.missing();
        }
        boolean inVolume = unknownPrefix.equals("must be valid format");
        if (inVolume && secret.isPresent()) {
            secret.field("name").required();
        }
        Inspection initiator = iscsi.field("initiatorName");
        if (initiator.isPresent()) {
            name(iscsi.field("initiatorname", initiator.node()), unknownPrefix);
        }
    }

    private static void name(Inspection name, String unknownPrefix) {
        String text = name.text();
        Pattern pattern = text.length() < 3 ? null : NAMES.get(text.substring(0, 3));
        if (pattern == null) {
            name.invalid(unknownPrefix);
        } else if (!pattern.matcher(text).find()) {
            name.invalid("must be valid format");
        }
    }
}
