package io.alcove.apiserver.registry;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.registry.metadata.OwnerReferenceList;
import java.util.Optional;

/** The body of a PUT takes the object's place. */
final class PutChange implements ObjectChange {

    private final Write write;
    private final ApiObject body;

    /** Refuses a body that is not the object of the URL. */
    PutChange(Write write, BodyReader reader, RequestBody body) {
        this.write = write;
        this.body = reader.read(write, body);
        RequestNames.matchNamespace(write, this.body);
        RequestNames.matchName(write, this.body);
        OwnerReferenceList.dedup(this.body, false).ifPresent(write.context().warnings());
    }

    @Override
    public ApiObject apply(Optional<ApiObject> present) {
        present.ifPresent(this::matchUid);
        ApiObject object = body.copy();
        ObjectForm.toStored(write.resource(), object);
        return FieldOwners.afterUpdate(write, present, object);
    }

    private void matchUid(ApiObject present) {
        if (!body.uid().isEmpty() && !body.uid().equals(present.uid())) {
            throw StatusException.conflict(
                    write.resource().name(),
                    write.urlName(),
                    "StorageError: invalid object, Code: 4, Key: /registry/%s/%s, ResourceVersion: 0, AdditionalErrorMsg: Precondition failed: UID in precondition: %s, UID in object meta: %s"
                            .formatted(
                                    write.resource().name().resource(),
                                    write.key(),
                                    body.uid(),
                                    present.uid()));
        }
    }
}
