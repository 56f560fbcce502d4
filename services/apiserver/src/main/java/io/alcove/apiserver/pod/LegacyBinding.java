package io.alcove.apiserver.pod;

import io.alcove.apimachinery.names.Names;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.GoText;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.registry.VirtualResource;
import java.util.List;

/** bindings: the same as pods/binding, but for that the binding alone names the pod. */
final class LegacyBinding implements VirtualResource {

    private final PodBinding binding;

    LegacyBinding(PodBinding binding) {
        this.binding = binding;
    }

    @Override
    public ApiObject create(Request request) {
        String name = request.body().name();
        if (name.isEmpty()) {
            throw StatusException.badRequest("Name parameter required.");
        }
        List<String> problems = Names.pathSegment(name);
        if (!problems.isEmpty()) {
            throw StatusException.badRequest(
                    "Name parameter invalid: %s: %s"
                            .formatted(GoText.quote(name), String.join(";", problems)));
        }
        return binding.bind(request, name);
    }
}
