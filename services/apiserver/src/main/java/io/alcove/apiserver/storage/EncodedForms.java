package io.alcove.apiserver.storage;

import org.jspecify.annotations.Nullable;

/** What an object's bytes were made into for clients that ask for another form than JSON. */
public final class EncodedForms {

    private volatile byte @Nullable [] protobuf;
    private volatile byte @Nullable [] cbor;

    public byte @Nullable [] protobuf() {
        return protobuf;
    }

    public byte @Nullable [] cbor() {
        return cbor;
    }

    public void keepProtobuf(byte[] bytes) {
        protobuf = bytes;
    }

    public void keepCbor(byte[] bytes) {
        cbor = bytes;
    }

    public void forget() {
        protobuf = null;
        cbor = null;
    }
}
