package io.alcove.controllermanager.storageprotection;

import io.alcove.apimachinery.object.ApiObject;
import java.util.Collection;
import java.util.stream.Stream;

/** Which classes of volume attributes a volume or claim is of, or is to be of. */
final class AttributesClassUse {

    private AttributesClassUse() {}

    static Stream<String> classes(ApiObject object) {
        return Stream.of(
                        object.text("spec", "volumeAttributesClassName"),
                        object.text("status", "currentVolumeAttributesClassName"),
                        object.text(
                                "status", "modifyVolumeStatus", "targetVolumeAttributesClassName"))
                .filter(name -> !name.isEmpty())
                .distinct();
    }

    static boolean isUsed(
            ApiObject attributesClass,
            Collection<ApiObject> volumes,
            Collection<ApiObject> claims) {
        return Stream.concat(volumes.stream(), claims.stream())
                .flatMap(AttributesClassUse::classes)
                .anyMatch(attributesClass.name()::equals);
    }
}
