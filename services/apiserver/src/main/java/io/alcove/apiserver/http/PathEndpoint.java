package io.alcove.apiserver.http;

/** What answers paths that are no resources: health, version, discovery. */
interface PathEndpoint {

    boolean serves(String path);

    void handle(Exchange exchange);
}
