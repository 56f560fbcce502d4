package io.alcove.apiserver.grpc;

import com.google.protobuf.UnsafeByteOperations;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.registry.Watch;
import io.alcove.proto.objects.v1.Object;
import io.alcove.proto.objects.v1.WatchEvent;

/** A watch as the contract sends it. */
final class WatchEvents {

    private WatchEvents() {}

    static void send(Watch watch, boolean metadataOnly, StreamSender<WatchEvent> sender)
            throws InterruptedException {
        try (watch) {
            sender.onGone(watch::close);
            for (var event = watch.next(); event.isPresent(); event = watch.next()) {
                sender.send(message(event.get(), metadataOnly));
            }
        }
    }

    private static WatchEvent message(
            io.alcove.apiserver.registry.WatchEvent event, boolean metadataOnly) {
        return switch (event) {
            case io.alcove.apiserver.registry.WatchEvent.Changed(var type, var object) ->
                    WatchEvent.newBuilder()
                            .setType(WatchEvent.Type.valueOf(type.name()))
                            .setObject(
                                    metadataOnly
                                            ? MetadataOnly.object(object)
                                            : GrpcRequests.object(object))
                            .build();
            case io.alcove.apiserver.registry.WatchEvent.Bookmark(
                            byte[] json,
                            long revision,
                            boolean ends) ->
                    WatchEvent.newBuilder()
                            .setType(WatchEvent.Type.BOOKMARK)
                            .setObject(
                                    Object.newBuilder()
                                            .setJson(UnsafeByteOperations.unsafeWrap(json))
                                            .setRevision(revision))
                            .setInitialEventsEnd(ends)
                            .build();
            case io.alcove.apiserver.registry.WatchEvent.Failed(var status) ->
                    throw new StatusException(status);
        };
    }
}
