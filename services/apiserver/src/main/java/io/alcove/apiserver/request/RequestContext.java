package io.alcove.apiserver.request;

import java.util.function.Consumer;

/**
 * A request on its way through the pipeline.
 *
 * @param warnings takes texts for the Warning header (299)
 */
public record RequestContext(
        UserInfo user, RequestInfo info, String userAgent, Consumer<String> warnings) {

    /** What the same client asks beside this request. */
    public RequestContext with(RequestInfo other) {
        return new RequestContext(user, other, userAgent, warnings);
    }
}
