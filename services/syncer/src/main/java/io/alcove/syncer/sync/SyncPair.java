package io.alcove.syncer.sync;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import java.util.Optional;

/** Both sides of an object as the caches have them. */
public record SyncPair(
        ObjectName virtualName,
        Optional<ApiObject> virtualObject,
        Optional<ApiObject> hostObject) {}
