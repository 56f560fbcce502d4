package io.alcove.apiserver.registry;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.admission.AdmissionChain;
import io.alcove.apiserver.admission.AdmissionRequest;
import io.alcove.apiserver.admission.AdmissionRequest.Operation;
import io.alcove.apiserver.registry.metadata.SystemMetadata;
import io.alcove.apiserver.request.RequestContext;
import java.util.Optional;

/** Answers creates of what is not stored. */
final class Virtual {

    private final Registry registry;
    private final BodyReader reader;
    private final AdmissionChain admission;

    Virtual(Registry registry, BodyReader reader, AdmissionChain admission) {
        this.registry = registry;
        this.reader = reader;
        this.admission = admission;
    }

    WriteOutcome answer(
            VirtualResource virtual,
            Resource resource,
            RequestContext context,
            RequestBody body,
            WriteOptions options) {
        Write write =
                new Write(
                        context,
                        resource,
                        Subresources.kind(resource, context.info().subresource()),
                        options);
        ApiObject object = reader.read(write, body);
        if (!virtual.keepsSystemMetadata()) {
            SystemMetadata.wipe(object);
        }
        RequestNames.matchNamespace(write, object);
        if (write.subresource().isEmpty()) {
            object = FieldOwners.afterUpdate(write, Optional.empty(), object);
        }
        AdmissionRequest request =
                write.admission(Operation.CREATE, Optional.of(object), Optional.empty());
        admission.mutate(request);
        admission.validate(request);
        ApiObject answer =
                virtual.create(
                        new VirtualResource.Request(context, object, options.isDryRun(), registry));
        return new WriteOutcome(UnstoredObject.of(answer, 0), true);
    }
}
