package io.alcove.apiserver.audit;

import io.alcove.apiserver.request.RequestInfo;
import io.alcove.apiserver.request.UserInfo;
import java.time.Instant;
import java.util.List;

/**
 * What is known of a request when it comes.
 *
 * @param id also the answer's Audit-Id
 * @param uri path and query
 * @param sources addresses, the client's own first
 */
public record AuditedRequest(
        String id,
        String uri,
        RequestInfo info,
        UserInfo user,
        String userAgent,
        List<String> sources,
        Instant received) {

    /** Of which nothing is told. */
    static final AuditedRequest UNKNOWN =
            new AuditedRequest(
                    "",
                    "",
                    RequestInfo.nonResource("", ""),
                    UserInfo.anonymous(),
                    "",
                    List.of(),
                    Instant.EPOCH);
}
