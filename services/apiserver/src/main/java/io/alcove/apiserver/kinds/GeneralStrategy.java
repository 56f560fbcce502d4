package io.alcove.apiserver.kinds;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.registry.KindStrategy;

/** A kind with nothing particular but its defaults. */
class GeneralStrategy implements KindStrategy {

    private final Defaulting defaulting;

    GeneralStrategy(Defaulting defaulting) {
        this.defaulting = defaulting;
    }

    @Override
    public void applyDefaults(ApiObject object) {
        defaulting.apply(object);
    }
}
