package io.alcove.apiserver.config;

import io.alcove.client.flag.FlagException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;

/** Starts the API server as a process of its own. */
@QuarkusMain
public final class ApiServerMain {

    private static final int USAGE = 2;

    private ApiServerMain() {}

    public static void main(String[] arguments) {
        try {
            ApiServerOptions.parse(List.of(arguments), System.getenv());
            Quarkus.run(ApiServerApplication.class, arguments);
        } catch (FlagException e) {
            System.err.println("apiserver: " + e.getMessage());
            System.exit(USAGE);
        }
    }
}
