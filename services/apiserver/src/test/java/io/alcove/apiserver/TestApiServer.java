package io.alcove.apiserver;

import io.alcove.apiserver.authentication.Credentials;
import io.alcove.apiserver.config.AccessOptions;
import io.alcove.apiserver.config.ApiServerOptions;
import io.alcove.apiserver.pipeline.AccessControl;
import io.alcove.apiserver.registry.Registry;
import io.alcove.apiserver.request.RequestInfo;
import io.alcove.apiserver.request.UserInfo;
import io.alcove.apiserver.storage.Store;
import io.alcove.apiserver.storage.cache.ObjectStorages;
import io.alcove.apiserver.storage.sqlite.SqliteStore;
import io.alcove.client.channel.ApiServerChannel;
import io.alcove.client.channel.ApiServerConnection;
import io.alcove.pki.PkiDirectory;
import io.alcove.pki.TenantPki;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** A whole API server on free ports, on SQLite, that lets everyone do everything. */
public final class TestApiServer implements AutoCloseable {

    private final PkiDirectory pki;
    private final Vertx vertx;
    private final Store store;
    private final ApiServer server;
    private boolean closed;

    private TestApiServer(PkiDirectory pki, Vertx vertx, Store store, ApiServer server) {
        this.pki = pki;
        this.vertx = vertx;
        this.store = store;
        this.server = server;
    }

    /** The keys of the server and of the services around it, made once. */
    public static PkiDirectory pki(Path directory) throws IOException {
        PkiDirectory pki = new PkiDirectory(directory.resolve("pki"));
        List<String> loopback = List.of("localhost", "127.0.0.1");
        pki.complete(TenantPki.of(loopback, loopback, Clock.systemUTC()));
        return pki;
    }

    /**
     * @param more flags beside those that every server needs
     */
    public static TestApiServer start(Path directory, String... more) throws IOException {
        return startOn(SqliteStore.open(directory.resolve("store")), directory, more);
    }

    /** With the access control that the flags ask for. */
    public static TestApiServer startGuarded(Path directory, String... more) throws IOException {
        return startOn(
                SqliteStore.open(directory.resolve("store")),
                directory,
                (options, storages) -> {
                    try {
                        return AccessOptions.build(options, storages);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                more);
    }

    /**
     * @param store closed with the server
     */
    public static TestApiServer startOn(Store store, Path directory, String... more)
            throws IOException {
        return startOn(store, directory, (_, _) -> new Everyone(), more);
    }

    private static TestApiServer startOn(
            Store store,
            Path directory,
            BiFunction<ApiServerOptions, ObjectStorages, AccessControl> access,
            String... more)
            throws IOException {
        PkiDirectory pki = pki(directory);
        List<String> flags =
                new ArrayList<>(
                        List.of(
                                "--secure-port=0",
                                "--bind-address=127.0.0.1",
                                "--data-dir=" + directory,
                                "--tls-cert-file=" + pki.file("apiserver.crt"),
                                "--tls-private-key-file=" + pki.file("apiserver.key"),
                                "--grpc-tls-cert-file=" + pki.file("apiserver.crt"),
                                "--grpc-tls-private-key-file=" + pki.file("apiserver.key"),
                                "--grpc-client-ca-file=" + pki.file("ca.crt")));
        flags.addAll(List.of(more));
        ApiServerOptions options = ApiServerOptions.parse(flags, Map.of());
        Vertx vertx = Vertx.vertx();
        return new TestApiServer(
                pki,
                vertx,
                store,
                new ApiServer(options, store, s -> access.apply(options, s), vertx));
    }

    public Registry registry() {
        return server.registry();
    }

    public int securePort() {
        return server.securePort();
    }

    public ApiServerChannel channel() throws IOException {
        return ApiServerChannel.open(
                new ApiServerConnection(
                        "127.0.0.1:" + server.grpcPort(),
                        pki.file("controller-manager.crt"),
                        pki.file("controller-manager.key"),
                        pki.file("ca.crt")));
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        server.close();
        store.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** Access without rules: what it tests stands elsewhere. */
    private static final class Everyone implements AccessControl {
        @Override
        public UserInfo authenticate(Credentials credentials) {
            return new UserInfo("tester", "", List.of(UserInfo.GROUP_MASTERS), Map.of());
        }

        @Override
        public String authorize(UserInfo user, RequestInfo request) {
            return "";
        }
    }
}
