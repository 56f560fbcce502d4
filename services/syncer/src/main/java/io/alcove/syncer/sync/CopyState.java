package io.alcove.syncer.sync;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.syncer.host.Ownership;
import io.alcove.syncer.mark.Marks;

/** How a host copy stands to what it should be. */
final class CopyState {

    private CopyState() {}

    /** Whether the copy was made for this very object, not for an earlier one of its name. */
    static boolean isFor(ApiObject hostObject, ApiObject virtualObject) {
        return hostObject
                .annotation(Marks.OBJECT_UID)
                .filter(virtualObject.uid()::equals)
                .isPresent();
    }

    /** Whether we wrote exactly this, and nobody has laid hands on it since. */
    static boolean isInSync(ApiObject hostObject, ApiObject desired) {
        return Fingerprint.isOn(hostObject, desired) && Ownership.isWhole(hostObject, desired);
    }
}
