package io.alcove.apiserver.customresource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.JsonValues;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apiserver.storage.StoredObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The objects of the store as they are in one version. Those that the store has in this version and
 * in its present form are passed on as they are; others are made once and kept.
 */
final class StoredForms {

    /** More than these are not kept; who has more in an old version pays for each read. */
    private static final int MAX_KEPT = 100_000;

    private final CustomVersion version;
    private final Freshness freshness;
    private final byte[] head;
    private final Map<ObjectName, Kept> kept = new ConcurrentHashMap<>();

    @SuppressWarnings("ArrayRecordComponent")
    private record Kept(byte[] source, StoredObject shown) {}

    private record Pending(int at, StoredObject stored, ApiObject object) {}

    StoredForms(CustomVersion version, Freshness freshness) {
        this.version = version;
        this.freshness = freshness;
        this.head =
                ("{\"apiVersion\":\"" + version.kind().apiVersion() + "\"")
                        .getBytes(StandardCharsets.UTF_8);
    }

    List<StoredObject> read(List<StoredObject> stored) {
        List<StoredObject> shown = new ArrayList<>(stored);
        List<Pending> converted = new ArrayList<>();
        for (int i = 0; i < stored.size(); i++) {
            StoredObject object = stored.get(i);
            boolean own = isOwn(object);
            if (own && (!version.isStorage() || freshness.includes(object.revision()))) {
                continue;
            }
            Kept known = kept.get(object.name());
            if (known != null && isSame(known.source(), object.json())) {
                shown.set(i, known.shown());
            } else if (own) {
                shown.set(i, keep(object, coerced(object)));
            } else {
                converted.add(new Pending(i, object, inStoredForm(object)));
            }
        }
        convert(converted, shown);
        return shown;
    }

    @SuppressWarnings(
            "ReferenceEquality") // the cache's bytes are the same ones as long as it holds them
    private static boolean isSame(byte[] source, byte[] json) {
        return source == json;
    }

    /** All in one request, where a webhook does it; one group for each version they are in. */
    private void convert(List<Pending> pending, List<StoredObject> shown) {
        if (pending.isEmpty()) {
            return;
        }
        List<ApiObject> results =
                version.family()
                        .converter()
                        .convert(
                                pending.stream().map(Pending::object).toList(),
                                version.kind().apiVersion());
        for (int i = 0; i < pending.size(); i++) {
            ObjectNode object = results.get(i).node();
            version.coercion().pruneStored(object, version.schema().structural());
            StoredObject source = pending.get(i).stored();
            shown.set(pending.get(i).at(), keep(source, encoded(source, object)));
        }
    }

    private boolean isOwn(StoredObject object) {
        byte[] json = object.json();
        return json.length > head.length
                && Arrays.equals(json, 0, head.length, head, 0, head.length);
    }

    private StoredObject coerced(StoredObject stored) {
        ObjectNode object = ApiObject.parse(stored.json()).node();
        ObjectNode before = object.deepCopy();
        version.coercion().applyToStored(object, version.schema().structural());
        return JsonValues.equal(object, before) ? stored : encoded(stored, object);
    }

    private ApiObject inStoredForm(StoredObject stored) {
        ApiObject object = ApiObject.parse(stored.json());
        version.family()
                .version(object.groupVersionKind().version())
                .ifPresent(
                        of -> of.coercion().applyToStored(object.node(), of.schema().structural()));
        return object;
    }

    private StoredObject keep(StoredObject source, StoredObject shown) {
        if (kept.size() >= MAX_KEPT) {
            kept.clear();
        }
        kept.put(source.name(), new Kept(source.json(), shown));
        return shown;
    }

    private static StoredObject encoded(StoredObject source, ObjectNode object) {
        return new StoredObject(
                source.name(),
                source.uid(),
                source.revision(),
                ApiObject.of(object).toBytes(),
                source.labels(),
                source.fields());
    }
}
