package io.alcove.apiserver.config;

import io.alcove.apiserver.ApiServer;
import io.alcove.apiserver.pipeline.AccessControl;
import io.alcove.apiserver.storage.Store;
import io.alcove.apiserver.storage.cache.ObjectStorages;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jboss.logging.Logger;

/** The life of the process: opens the store, serves, and closes both at the end. */
final class ApiServerApplication implements QuarkusApplication {

    private static final Logger LOG = Logger.getLogger(ApiServerApplication.class);

    private final Vertx vertx;

    ApiServerApplication(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public int run(String... arguments) throws Exception {
        ApiServerOptions options =
                ApiServerOptions.parse(List.of(arguments), System.getenv()).withOwnKeys();
        try (Store store = StoreOptions.open(options);
                ApiServer server =
                        new ApiServer(
                                options, store, storages -> access(options, storages), vertx)) {
            LOG.infof(
                    "API server ready securePort=%d grpcPort=%d",
                    server.securePort(), server.grpcPort());
            Quarkus.waitForExit();
        }
        return 0;
    }

    private static AccessControl access(ApiServerOptions options, ObjectStorages storages) {
        try {
            return AccessOptions.build(options, storages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
