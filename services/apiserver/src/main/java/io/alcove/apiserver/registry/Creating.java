package io.alcove.apiserver.registry;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.admission.AdmissionChain;
import io.alcove.apiserver.admission.AdmissionRequest.Operation;
import io.alcove.apiserver.registry.metadata.OwnerReferenceList;
import io.alcove.apiserver.registry.metadata.SystemMetadata;
import io.alcove.apiserver.request.RequestContext;
import io.alcove.apiserver.storage.StoredObject;
import java.util.Optional;

/** Creates an object by POST. */
final class Creating {

    private final BodyReader reader;
    private final AdmissionChain admission;
    private final ObjectCreation creation;

    Creating(BodyReader reader, AdmissionChain admission, ObjectCreation creation) {
        this.reader = reader;
        this.admission = admission;
        this.creation = creation;
    }

    WriteOutcome create(
            Resource resource, RequestContext context, RequestBody body, WriteOptions options) {
        Write write = new Write(context, resource, resource.served().kind(), options);
        ApiObject object = reader.read(write, body);
        SystemMetadata.wipe(object);
        RequestNames.matchNamespace(write, object);
        OwnerReferenceList.dedup(object, false).ifPresent(context.warnings());
        ObjectForm.toStored(resource, object);
        ApiObject owned = FieldOwners.afterUpdate(write, Optional.empty(), object);
        admission.mutate(write.admission(Operation.CREATE, Optional.of(owned), Optional.empty()));
        OwnerReferenceList.dedup(owned, true).ifPresent(context.warnings());
        StoredObject stored = creation.store(write, owned);
        return new WriteOutcome(resource.toServed(stored), true);
    }
}
