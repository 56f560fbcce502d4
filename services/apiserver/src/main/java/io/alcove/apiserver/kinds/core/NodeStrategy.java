package io.alcove.apiserver.kinds.core;

import io.alcove.apiserver.kinds.strategy.BuiltInStrategy;
import io.alcove.apiserver.kinds.strategy.Defaulting;
import io.alcove.apiserver.kinds.strategy.Traits;

/** Nodes: who registers one may say its status at once. */
final class NodeStrategy extends BuiltInStrategy {

    NodeStrategy(Defaulting defaulting, Traits traits) {
        super(defaulting, traits);
    }

    @Override
    public boolean keepsStatusOnCreate() {
        return true;
    }
}
