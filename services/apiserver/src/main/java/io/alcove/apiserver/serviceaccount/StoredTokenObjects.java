package io.alcove.apiserver.serviceaccount;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apiserver.storage.StoredObject;
import io.alcove.apiserver.storage.cache.ObjectStorage;
import io.alcove.apiserver.storage.cache.ObjectStorages;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** From memory; what is missing there is asked for once more, as of now. */
public final class StoredTokenObjects implements TokenObjects {

    private static final String DELETION = "\"deletionTimestamp\"";

    private final ObjectStorages storages;

    public StoredTokenObjects(ObjectStorages storages) {
        this.storages = storages;
    }

    @Override
    public Optional<ApiObject> read(String resource, ObjectName name) {
        return stored(resource, name).map(object -> ApiObject.parse(object.json()));
    }

    private Optional<StoredObject> stored(String resource, ObjectName name) {
        ObjectStorage storage = storages.of(new GroupResource("", resource));
        return storage.any().get(name).or(() -> storage.get(name));
    }

    @Override
    public Optional<Found> find(String resource, ObjectName name) {
        return stored(resource, name).map(object -> new Found(object.uid(), deletedAt(object)));
    }

    /** Only what may hold the timestamp is parsed, since every request with a token comes here. */
    private static Optional<Instant> deletedAt(StoredObject object) {
        if (!new String(object.json(), StandardCharsets.ISO_8859_1).contains(DELETION)) {
            return Optional.empty();
        }
        return ApiObject.parse(object.json())
                .optionalText("metadata", "deletionTimestamp")
                .map(Instant::parse);
    }
}
