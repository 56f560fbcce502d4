package io.alcove.apiserver.config;

import io.alcove.apiserver.authentication.Authenticator;
import io.alcove.apiserver.authentication.ClientCertificates;
import io.alcove.apiserver.authorization.Modes;
import io.alcove.apiserver.authorization.rbac.RbacAuthorizer;
import io.alcove.apiserver.pipeline.Access;
import io.alcove.apiserver.pipeline.AccessControl;
import io.alcove.apiserver.storage.cache.ObjectStorages;
import io.alcove.client.flag.FlagException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Access as the flags ask for it. */
public final class AccessOptions {

    private AccessOptions() {}

    /**
     * @throws FlagException where a flag asks for what is not built
     * @throws IOException where a file cannot be read
     */
    public static AccessControl build(ApiServerOptions options, ObjectStorages storages)
            throws IOException {
        if (options.flags().isSet("token-auth-file")) {
            throw new FlagException("--token-auth-file is not supported yet");
        }
        List<Authenticator> authenticators = new ArrayList<>();
        Optional<java.nio.file.Path> authority = options.file("client-ca-file");
        if (authority.isPresent()) {
            authenticators.add(new ClientCertificates(authority.get()));
        }
        try {
            return new Access(
                    authenticators,
                    Modes.of(
                            options.flags().list("authorization-mode"),
                            new RbacAuthorizer(storages)),
                    options.flags().bool("anonymous-auth"));
        } catch (IllegalArgumentException e) {
            throw new FlagException(String.valueOf(e.getMessage()));
        }
    }
}
