package io.alcove.apiserver.storage.encryption;

/** Between an object's bytes and what is stored of them. */
public interface ValueTransformer {

    /**
     * @param context the key that the value lies under: where the cipher can, it is bound to it
     */
    byte[] toStorage(byte[] plain, byte[] context) throws TransformException;

    Plain fromStorage(byte[] stored, byte[] context) throws TransformException;

    /**
     * @param stale whether it would be stored in another form today
     */
    record Plain(byte[] value, boolean stale) {}
}
