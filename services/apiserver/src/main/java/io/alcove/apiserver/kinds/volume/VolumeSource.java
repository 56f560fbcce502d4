package io.alcove.apiserver.kinds.volume;

import io.alcove.apiserver.kinds.validation.Inspection;
import java.util.List;
import java.util.function.Consumer;

/**
 * One kind of volume, of which a volume has exactly one.
 *
 * @param field of the volume
 * @param surplus the name under which upstream refuses it as the second one
 * @param reported the name under which upstream tells what is wrong in it
 */
public record VolumeSource(
        String field, String surplus, String reported, Consumer<Inspection> rule) {

    private static final String TYPE = "must specify a volume type";
    private static final String MORE = "may not specify more than 1 volume type";

    public static VolumeSource of(String field, Consumer<Inspection> rule) {
        return new VolumeSource(field, field, field, rule);
    }

    /** Holds a volume to its source, and to one of it. */
    public static void exactlyOne(Inspection volume, List<VolumeSource> sources) {
        int found = 0;
        for (VolumeSource source : sources) {
            if (!volume.node().path(source.field).isObject()) {
                continue;
            }
            if (found > 0 && !source.field.equals("flexVolume")) {
                volume.field(source.surplus).forbidden(MORE);
                continue;
            }
            found++;
            source.rule.accept(volume.field(source.reported, volume.node().path(source.field)));
        }
        if (found == 0) {
            volume.missing(TYPE);
        }
    }
}
