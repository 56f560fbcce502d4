package io.alcove.syncer.relay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.alcove.apimachinery.openapi.TypeDescription;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.proto.relay.v1.DescribeTypesReply;
import io.alcove.proto.relay.v1.OpenApiIndexReply;
import io.alcove.syncer.host.HostClient;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the host's OpenAPI says of its types: nothing that would be the tenant's or the host's own.
 */
public final class HostTypes {

    private static final String V2 = "/openapi/v2";
    private static final String V3 = "/openapi/v3";
    private static final Pattern GROUP_VERSION =
            Pattern.compile("(api|apis/[a-z0-9.-]{1,253})/v[a-z0-9]{1,62}");
    private static final String HASH = "?hash=";

    private final HostClient host;

    public HostTypes(HostClient host) {
        this.host = host;
    }

    OpenApiIndexReply index() {
        OpenApiIndexReply.Builder reply = OpenApiIndexReply.newBuilder();
        for (Map.Entry<String, JsonNode> document : host.document(V3).path("paths").properties()) {
            String url = document.getValue().path("serverRelativeURL").asText();
            int hash = url.indexOf(HASH);
            if (hash >= 0 && GROUP_VERSION.matcher(document.getKey()).matches()) {
                reply.putHashes(document.getKey(), url.substring(hash + HASH.length()));
            }
        }
        return reply.build();
    }

    /**
     * @param path of a version's document; empty for all types
     */
    DescribeTypesReply describe(String path) {
        DescribeTypesReply.Builder reply = DescribeTypesReply.newBuilder();
        TypeDescription.readAll(schemas(path))
                .forEach(
                        (name, type) ->
                                reply.putTypes(
                                        name,
                                        DescribeTypesReply.Type.newBuilder()
                                                .setDescription(type.text())
                                                .putAllFields(type.fields())
                                                .build()));
        return reply.build();
    }

    private JsonNode schemas(String path) {
        if (path.isEmpty()) {
            return host.document(V2).path("definitions");
        }
        if (!GROUP_VERSION.matcher(path).matches()) {
            throw StatusException.badRequest("no path of a version: " + path);
        }
        try {
            return host.document(V3 + "/" + path).path("components").path("schemas");
        } catch (StatusException e) {
            if (e.is(StatusReason.NOT_FOUND)) {
                return MissingNode.getInstance();
            }
            throw e;
        }
    }
}
