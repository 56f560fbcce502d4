package io.alcove.apiserver.registry;

import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.status.Status;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.apiserver.storage.StoredObject;
import io.alcove.apiserver.storage.cache.ObjectStorage;
import io.alcove.apiserver.storage.cache.Snapshot;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Lists the objects of a resource at one revision, page by page where the client wants so. */
final class Listing {

    private static final String TOKEN_EXPIRED =
            "The provided continue parameter is too old to display a consistent list result. You"
                    + " can start a new list without the continue parameter, or use the continue token"
                    + " in this response to retrieve the remainder of the results. Continuing with the"
                    + " provided token results in an inconsistent list - objects that were created,"
                    + " modified, or deleted between the time the first chunk was returned and now may"
                    + " show up in the list.";

    private final Resource resource;
    private final Selection selection;
    private final ListOptions options;

    Listing(Resource resource, Selection selection, ListOptions options) {
        this.resource = resource;
        this.selection = selection;
        this.options = options;
    }

    ObjectList run() {
        if (options.continueToken().isEmpty()) {
            return page(snapshot(), Optional.empty());
        }
        if (!options.resourceVersion().isEmpty() && !options.resourceVersion().equals("0")) {
            throw StatusException.badRequest(
                    "specifying resource version is not allowed when using continue");
        }
        ContinueToken token = ContinueToken.parse(options.continueToken());
        ObjectName after =
                token.after().namespace().isEmpty()
                        ? new ObjectName(selection.namespace(), token.after().name())
                        : token.after();
        return page(snapshot(token), Optional.of(after));
    }

    private Snapshot snapshot() {
        ObjectStorage storage = resource.storage();
        String version = options.resourceVersion();
        if (version.isEmpty()) {
            return storage.newest();
        }
        long revision = ResourceVersions.parse(version).orElseThrow(() -> malformed(version));
        if (revision == 0) {
            return storage.any();
        }
        String match = options.resourceVersionMatch();
        boolean exact =
                match.equals(ListOptionRules.EXACT) || (match.isEmpty() && options.limit() > 0);
        return exact
                ? storage.exactly(revision).orElseThrow(Listing::revisionExpired)
                : storage.atLeast(revision);
    }

    private Snapshot snapshot(ContinueToken token) {
        return token.revision() == ContinueToken.INCONSISTENT
                ? resource.storage().newest()
                : resource.storage()
                        .exactly(token.revision())
                        .orElseThrow(() -> tokenExpired(token));
    }

    private ObjectList page(Snapshot snapshot, Optional<ObjectName> after) {
        Optional<ObjectName> only = selection.only(resource.served().namespaced());
        if (only.isPresent()) {
            List<StoredObject> found =
                    snapshot.get(only.get()).filter(selection).map(resource::toServed).stream()
                            .toList();
            return new ObjectList(found, snapshot.revision(), "", 0);
        }
        List<StoredObject> items = new ArrayList<>();
        Iterator<StoredObject> objects = snapshot.iterate(selection.namespace(), after);
        while (objects.hasNext()) {
            StoredObject object = objects.next();
            if (!selection.test(object)) {
                continue;
            }
            items.add(object);
            if (items.size() == options.limit() && objects.hasNext()) {
                return cut(snapshot, items, object.name());
            }
        }
        return new ObjectList(resource.toServed(items), snapshot.revision(), "", 0);
    }

    private ObjectList cut(Snapshot snapshot, List<StoredObject> items, ObjectName last) {
        long remaining =
                selection.isEverything()
                        ? snapshot.count(selection.namespace(), Optional.of(last))
                        : -1;
        String token = new ContinueToken(snapshot.revision(), last).encode();
        return new ObjectList(resource.toServed(items), snapshot.revision(), token, remaining);
    }

    private static StatusException malformed(String version) {
        return StatusException.badRequest(
                "invalid resource version: " + ResourceVersions.malformed(version));
    }

    private static StatusException revisionExpired() {
        return StatusException.expired("The resourceVersion for the provided list is too old.");
    }

    private static StatusException tokenExpired(ContinueToken token) {
        return new StatusException(
                new Status(
                        StatusReason.EXPIRED.code(),
                        StatusReason.EXPIRED.word(),
                        TOKEN_EXPIRED,
                        Status.Details.NONE,
                        new ContinueToken(ContinueToken.INCONSISTENT, token.after()).encode()));
    }
}
