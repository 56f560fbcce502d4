package io.alcove.client.channel;

import io.alcove.client.flag.FlagException;
import io.alcove.client.flag.Flags;
import java.nio.file.Path;

/**
 * Where the API server's gRPC door is, and the files that a service proves itself with. The files
 * are read again when they change.
 *
 * @param address host:port
 */
public record ApiServerConnection(
        String address, Path certificate, Path privateKey, Path authority) {

    /** Reads {@link ApiServerFlags#ALL}; all four are required. */
    public static ApiServerConnection from(Flags flags) {
        ApiServerFlags.ALL.stream()
                .filter(flag -> !flags.isSet(flag.name()))
                .findFirst()
                .ifPresent(
                        flag -> {
                            throw new FlagException("required flag not set: --" + flag.name());
                        });
        return new ApiServerConnection(
                flags.text(ApiServerFlags.APISERVER),
                flags.path(ApiServerFlags.CERTIFICATE),
                flags.path(ApiServerFlags.PRIVATE_KEY),
                flags.path(ApiServerFlags.AUTHORITY));
    }
}
