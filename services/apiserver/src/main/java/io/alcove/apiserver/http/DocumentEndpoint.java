package io.alcove.apiserver.http;

import io.alcove.apimachinery.status.Status;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.apiserver.pipeline.PublishedDocument;

/** One document, as it is: OpenID discovery of the issuer of service account tokens. */
final class DocumentEndpoint implements PathEndpoint {

    private final PublishedDocument document;

    DocumentEndpoint(PublishedDocument document) {
        this.document = document;
    }

    @Override
    public boolean serves(String path) {
        return path.equals(document.path()) || path.equals(document.path() + "/");
    }

    @Override
    public void handle(Exchange exchange) {
        if (!exchange.method().equals("GET")) {
            throw ResourceRoute.methodNotAllowed();
        }
        String accept = exchange.header("Accept");
        if (!accept.isEmpty()
                && !accept.contains("*/*")
                && !accept.contains(document.mediaType())) {
            throw new StatusException(
                    Status.general(
                            StatusReason.NOT_ACCEPTABLE,
                            "406: Not Acceptable\n\nAvailable representations: "
                                    + document.mediaType()));
        }
        exchange.answerHeader("Cache-Control", document.cacheControl());
        exchange.respond(200, document.mediaType(), document.content());
    }
}
