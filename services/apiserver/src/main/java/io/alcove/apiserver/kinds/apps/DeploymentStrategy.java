package io.alcove.apiserver.kinds.apps;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.strategy.BuiltInStrategy;
import io.alcove.apiserver.kinds.strategy.Defaulting;
import io.alcove.apiserver.kinds.strategy.Traits;

/** Deployments, whose annotations count as wishes too. */
final class DeploymentStrategy extends BuiltInStrategy {

    DeploymentStrategy(Defaulting defaulting, Traits traits) {
        super(defaulting, traits);
    }

    @Override
    public boolean bumpsGeneration(ApiObject deployment, ApiObject old) {
        return super.bumpsGeneration(deployment, old)
                || !deployment.annotations().equals(old.annotations());
    }
}
