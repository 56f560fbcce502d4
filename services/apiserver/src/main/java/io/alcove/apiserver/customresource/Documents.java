package io.alcove.apiserver.customresource;

import io.alcove.apimachinery.catalog.Catalog;
import io.alcove.apimachinery.discovery.DiscoveryDocuments;
import io.alcove.apimachinery.openapi.OpenApiDocuments;
import java.util.function.Supplier;

/** The documents that tell of the present catalog: new ones for each, made when asked for. */
public final class Documents {

    private final Supplier<Catalog> catalog;
    private final String serverAddress;
    private volatile Made made;

    private record Made(Catalog catalog, DiscoveryDocuments discovery, OpenApiDocuments openApi) {}

    /**
     * @param serverAddress host and port under which clients reach the server
     */
    public Documents(Supplier<Catalog> catalog, String serverAddress) {
        this.catalog = catalog;
        this.serverAddress = serverAddress;
        this.made = make(catalog.get());
    }

    public DiscoveryDocuments discovery() {
        return present().discovery();
    }

    public OpenApiDocuments openApi() {
        return present().openApi();
    }

    @SuppressWarnings("ReferenceEquality") // another catalog is another instance
    private Made present() {
        Catalog present = catalog.get();
        Made known = made;
        if (known.catalog() == present) {
            return known;
        }
        Made fresh = make(present);
        made = fresh;
        return fresh;
    }

    private Made make(Catalog of) {
        return new Made(of, new DiscoveryDocuments(of, serverAddress), new OpenApiDocuments(of));
    }
}
