package io.alcove.apiserver.kinds.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.strategy.BuiltInStrategy;
import io.alcove.apiserver.kinds.strategy.Defaulting;
import io.alcove.apiserver.kinds.strategy.Traits;
import io.alcove.apiserver.request.RequestContext;

/** Service accounts, which know their secrets by name. */
final class ServiceAccountStrategy extends BuiltInStrategy {

    ServiceAccountStrategy(Defaulting defaulting, Traits traits) {
        super(defaulting, traits);
    }

    @Override
    protected void prepareNew(RequestContext context, ApiObject account) {
        keepNames(account);
    }

    @Override
    protected void prepareChanged(RequestContext context, ApiObject account, ApiObject old) {
        keepNames(account);
    }

    private static void keepNames(ApiObject account) {
        for (JsonNode secret : account.at("secrets")) {
            if (secret instanceof ObjectNode reference) {
                reference.retain("name");
            }
        }
    }
}
