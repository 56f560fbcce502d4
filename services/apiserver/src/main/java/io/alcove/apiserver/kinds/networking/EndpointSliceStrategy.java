package io.alcove.apiserver.kinds.networking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.strategy.BuiltInStrategy;
import io.alcove.apiserver.kinds.strategy.Defaulting;
import io.alcove.apiserver.kinds.strategy.Traits;
import io.alcove.apiserver.request.RequestContext;

/** Slices: deprecatedTopology cannot be written any more. */
public final class EndpointSliceStrategy extends BuiltInStrategy {

    public EndpointSliceStrategy(Defaulting defaulting, Traits traits) {
        super(defaulting, traits);
    }

    @Override
    protected void prepareNew(RequestContext context, ApiObject slice) {
        dropTopology(slice);
    }

    @Override
    protected void prepareChanged(RequestContext context, ApiObject slice, ApiObject old) {
        if (!slice.at("endpoints").equals(old.at("endpoints"))) {
            dropTopology(slice);
        }
    }

    private static void dropTopology(ApiObject slice) {
        for (JsonNode endpoint : slice.at("endpoints")) {
            if (endpoint instanceof ObjectNode node) {
                node.remove("deprecatedTopology");
            }
        }
    }
}
