package io.alcove.apiserver.storage.encryption.kms;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.alcove.apiserver.storage.encryption.TransformException;
import io.alcove.proto.kms.v2.EncryptedDekSourceType;
import io.alcove.proto.kms.v2.EncryptedObject;
import java.util.Map;

/** What may stand in a stored envelope; the bounds are upstream's. */
final class EncryptedObjects {

    private static final int MAX_ANNOTATIONS = 32 * 1024;
    private static final int MAX_KEY_ID = 1024;
    private static final int MAX_SOURCE = 1024;

    private EncryptedObjects() {}

    static EncryptedObject parse(byte[] stored) throws TransformException {
        try {
            EncryptedObject object = EncryptedObject.parseFrom(stored);
            check(object);
            return object;
        } catch (InvalidProtocolBufferException e) {
            throw new TransformException("the stored envelope cannot be read", e);
        }
    }

    static void check(EncryptedObject object) throws TransformException {
        if (object.getEncryptedDekSourceType() == EncryptedDekSourceType.UNRECOGNIZED) {
            throw new TransformException(
                    "unknown encryptedDEKSourceType: " + object.getEncryptedDekSourceTypeValue());
        }
        if (object.getEncryptedData().isEmpty()) {
            throw new TransformException("encrypted data is empty");
        }
        checkSource(object.getEncryptedDekSource());
        checkKeyId(object.getKeyId());
        checkAnnotations(object.getAnnotationsMap());
    }

    private static void checkSource(ByteString source) throws TransformException {
        if (source.isEmpty()) {
            throw new TransformException(
                    "failed to validate encrypted DEK source: encrypted DEK source is empty");
        }
        if (source.size() > MAX_SOURCE) {
            throw new TransformException(
                    "failed to validate encrypted DEK source: encrypted DEK source is %d bytes, which exceeds the max size of %d"
                            .formatted(source.size(), MAX_SOURCE));
        }
    }

    static void checkKeyId(String keyId) throws TransformException {
        if (keyId.isEmpty()) {
            throw new TransformException("failed to validate key id: keyID is empty");
        }
        if (keyId.length() > MAX_KEY_ID) {
            throw new TransformException(
                    "failed to validate key id: keyID is %d bytes, which exceeds the max size of %d"
                            .formatted(keyId.length(), MAX_KEY_ID));
        }
    }

    private static void checkAnnotations(Map<String, ByteString> annotations)
            throws TransformException {
        int size =
                annotations.entrySet().stream()
                        .mapToInt(e -> e.getKey().length() + e.getValue().size())
                        .sum();
        if (size > MAX_ANNOTATIONS) {
            throw new TransformException(
                    "failed to validate annotations: total size of annotations is %d, which exceeds the max size of %d"
                            .formatted(size, MAX_ANNOTATIONS));
        }
    }
}
