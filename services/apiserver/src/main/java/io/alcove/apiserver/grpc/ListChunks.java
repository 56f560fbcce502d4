package io.alcove.apiserver.grpc;

import io.alcove.apiserver.registry.ObjectList;
import io.alcove.apiserver.storage.StoredObject;
import io.alcove.proto.objects.v1.ListChunk;

/** A list in messages of a bounded size. */
final class ListChunks {

    private static final int CHUNK_BYTES = 512 * 1024;

    private ListChunks() {}

    static void send(ObjectList list, boolean metadataOnly, StreamSender<ListChunk> sender)
            throws InterruptedException {
        ListChunk.Builder chunk = ListChunk.newBuilder().setRevision(list.revision());
        int size = 0;
        for (StoredObject item : list.items()) {
            if (size + item.json().length > CHUNK_BYTES && chunk.getItemsCount() > 0) {
                sender.send(chunk.build());
                chunk = ListChunk.newBuilder().setRevision(list.revision());
                size = 0;
            }
            chunk.addItems(metadataOnly ? MetadataOnly.object(item) : GrpcRequests.object(item));
            size += item.json().length;
        }
        sender.send(
                chunk.setContinue(list.continueToken())
                        .setRemainingItemCount(list.remaining())
                        .build());
    }
}
