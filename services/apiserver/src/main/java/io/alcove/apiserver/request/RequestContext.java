package io.alcove.apiserver.request;

import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A request on its way through the pipeline.
 *
 * @param warnings takes texts for the Warning header (299)
 * @param annotations takes keys and values for the audit event
 */
public record RequestContext(
        UserInfo user,
        RequestInfo info,
        String userAgent,
        Consumer<String> warnings,
        BiConsumer<String, String> annotations) {

    /** One that nobody audits. */
    public RequestContext(
            UserInfo user, RequestInfo info, String userAgent, Consumer<String> warnings) {
        this(user, info, userAgent, warnings, (key, value) -> {});
    }

    /** What the same client asks beside this request. */
    public RequestContext with(RequestInfo other) {
        return new RequestContext(user, other, userAgent, warnings, annotations);
    }
}
