package io.alcove.apiserver.storage.encryption.kms;

import io.alcove.apiserver.storage.encryption.ValueTransformer;
import io.alcove.proto.kms.v2.EncryptedObject;
import java.time.Instant;

/**
 * What values are encrypted with now.
 *
 * @param envelope all of it but the data
 * @param expires when writes end, unless the plugin confirms the key before
 */
record WriteKey(ValueTransformer transformer, EncryptedObject envelope, Instant expires) {

    WriteKey until(Instant later) {
        return new WriteKey(transformer, envelope, later);
    }
}
