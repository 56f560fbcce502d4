package io.alcove.apiserver.relay;

import io.alcove.apimachinery.openapi.TypeDescription;
import io.alcove.apiserver.openapi.HostTypes;
import io.alcove.proto.relay.v1.DescribeTypesRequest;
import io.alcove.proto.relay.v1.OpenApiIndexRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The host's descriptions, read by the syncer. */
final class RelayTypes implements HostTypes {

    /** A client waits meanwhile for documents that are useful without them. */
    private static final Duration INDEX = Duration.ofSeconds(5);

    private static final Duration TYPES = Duration.ofSeconds(10);

    private final RelayCalls calls;

    RelayTypes(RelayCalls calls) {
        this.calls = calls;
    }

    @Override
    public Map<String, String> hashes() {
        return calls.idempotent(
                        INDEX, stub -> stub.openApiIndex(OpenApiIndexRequest.getDefaultInstance()))
                .getHashesMap();
    }

    @Override
    public Map<String, TypeDescription> describe(String path) {
        DescribeTypesRequest request = DescribeTypesRequest.newBuilder().setPath(path).build();
        Map<String, TypeDescription> types = new HashMap<>();
        calls.idempotent(TYPES, stub -> stub.describeTypes(request))
                .getTypesMap()
                .forEach(
                        (name, type) ->
                                types.put(
                                        name,
                                        new TypeDescription(
                                                type.getDescription(), type.getFieldsMap())));
        return types;
    }
}
