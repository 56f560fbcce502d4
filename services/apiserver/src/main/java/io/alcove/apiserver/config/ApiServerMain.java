package io.alcove.apiserver.config;

import io.alcove.apiserver.storage.StoreException;
import io.alcove.client.flag.FlagException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;

/** Starts the API server as a process of its own, or copies its store. */
@QuarkusMain
public final class ApiServerMain {

    private static final int USAGE = 2;
    private static final int FAILURE = 1;

    private ApiServerMain() {}

    public static void main(String[] arguments) {
        try {
            if (BackupCommand.isAskedFor(List.of(arguments))) {
                System.out.println(BackupCommand.run(List.of(arguments), System.getenv()));
                return;
            }
            ApiServerOptions.parse(List.of(arguments), System.getenv());
            Quarkus.run(ApiServerApplication.class, arguments);
        } catch (FlagException e) {
            System.err.println("apiserver: " + e.getMessage());
            System.exit(USAGE);
        } catch (StoreException e) {
            System.err.println("apiserver: " + e.getMessage());
            System.exit(FAILURE);
        }
    }
}
