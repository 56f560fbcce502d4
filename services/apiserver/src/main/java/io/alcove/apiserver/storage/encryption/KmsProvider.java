package io.alcove.apiserver.storage.encryption;

import java.util.Optional;

/** Keys that another process holds. */
public interface KmsProvider extends ValueTransformer, AutoCloseable {

    /** What hinders writes now; reads of what was read before go on all the same. */
    Optional<String> problem();

    @Override
    void close();

    /** Opens a provider; one that does not answer yet is no failure. */
    interface Opener {
        KmsProvider open(KmsOptions options);
    }
}
