package io.alcove.apiserver.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.apply.ScaleOwners;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.StatusException;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A PUT or patch of the scale of a workload. */
final class ScaleChange implements ObjectChange {

    private final Write write;
    private final UnaryOperator<ApiObject> change;

    /**
     * @param change makes the new Scale, with its managed fields, of the present one
     */
    ScaleChange(Write write, UnaryOperator<ApiObject> change) {
        this.write = write;
        this.change = change;
    }

    @Override
    public ApiObject apply(Optional<ApiObject> present) {
        ApiObject workload =
                present.orElseThrow(
                        () -> StatusException.notFound(write.resource().name(), write.urlName()));
        ScalePaths paths = write.resource().scalePaths();
        ScaleOwners owners =
                ScaleOwners.of(
                        workload.node(),
                        write.resource().served().kind().apiVersion(),
                        paths.replicas());
        ObjectNode shown = owners.shownIn(Scale.shownForChange(workload, paths).node());
        ApiObject scale = change.apply(ApiObject.of(shown));
        RequestNames.matchNamespace(write, scale);
        RequestNames.matchName(write, scale);
        ApiObject changed = workload.copy();
        Scale.writeTo(scale, changed, paths);
        return ApiObject.of(owners.takenBack(scale.node(), changed.node()));
    }
}
