package io.alcove.apiserver.config;

import io.alcove.apiserver.relay.Relay;
import io.alcove.client.channel.ApiServerConnection;
import io.alcove.client.flag.FlagException;
import io.alcove.client.flag.Flags;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The relay as the flags ask for it: the identity of the gRPC door is the one shown to it. */
public final class RelayOptions {

    private static final String ENDPOINT = "relay-endpoint";
    private static final String CERTIFICATE = "grpc-tls-cert-file";
    private static final String PRIVATE_KEY = "grpc-tls-private-key-file";
    private static final String AUTHORITY = "grpc-client-ca-file";

    private RelayOptions() {}

    /**
     * @throws FlagException where the endpoint is set, and a file that it needs is not
     */
    static void check(Flags flags) {
        if (!flags.isSet(ENDPOINT)) {
            return;
        }
        for (String needed : List.of(CERTIFICATE, PRIVATE_KEY, AUTHORITY)) {
            if (!flags.isSet(needed)) {
                throw new FlagException("--" + ENDPOINT + " needs --" + needed);
            }
        }
    }

    /** Empty for an API server that stands alone. */
    public static Optional<Relay> open(ApiServerOptions options) throws IOException {
        Flags flags = options.flags();
        if (!flags.isSet(ENDPOINT)) {
            return Optional.empty();
        }
        return Optional.of(
                Relay.open(
                        new ApiServerConnection(
                                flags.text(ENDPOINT),
                                flags.path(CERTIFICATE),
                                flags.path(PRIVATE_KEY),
                                flags.path(AUTHORITY))));
    }
}
