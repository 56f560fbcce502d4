package io.alcove.apiserver.registry.conversion;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.storage.StoredObject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Of versions that differ in apiVersion only, which stands first in the stored bytes. */
final class SameShape implements Conversion {

    private final String servedVersion;
    private final String storedVersion;
    private final byte[] servedHead;
    private final byte[] storedHead;

    SameShape(String servedVersion, String storedVersion) {
        this.servedVersion = servedVersion;
        this.storedVersion = storedVersion;
        this.servedHead = head(servedVersion);
        this.storedHead = head(storedVersion);
    }

    @Override
    public boolean isSameShape() {
        return true;
    }

    @Override
    public void toStored(ApiObject object) {
        object.node().put("apiVersion", storedVersion);
    }

    @Override
    public void toServed(ApiObject object) {
        object.node().put("apiVersion", servedVersion);
    }

    @Override
    public StoredObject toServed(StoredObject object) {
        byte[] json = object.json();
        if (!Arrays.equals(json, 0, storedHead.length, storedHead, 0, storedHead.length)) {
            return object;
        }
        int rest = json.length - storedHead.length;
        byte[] served = Arrays.copyOf(servedHead, servedHead.length + rest);
        System.arraycopy(json, storedHead.length, served, servedHead.length, rest);
        return new StoredObject(
                object.name(),
                object.uid(),
                object.revision(),
                served,
                object.labels(),
                object.fields());
    }

    private static byte[] head(String apiVersion) {
        return ("{\"apiVersion\":\"" + apiVersion + "\"").getBytes(StandardCharsets.UTF_8);
    }
}
