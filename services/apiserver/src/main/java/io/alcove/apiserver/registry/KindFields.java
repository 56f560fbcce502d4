package io.alcove.apiserver.registry;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupKind;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apiserver.storage.cache.FieldExtractor;
import java.util.Map;

/** Lets the cache ask the strategies of kinds for the values of field selectors. */
public record KindFields(KindStrategies strategies) implements FieldExtractor {

    @Override
    public Map<String, String> fields(GroupResource resource, ApiObject object) {
        GroupVersionKind kind = object.groupVersionKind();
        return strategies.of(new GroupKind(kind.group(), kind.kind())).fields(object);
    }
}
