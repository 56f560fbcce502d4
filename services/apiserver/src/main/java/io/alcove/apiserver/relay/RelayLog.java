package io.alcove.apiserver.relay;

import io.alcove.apiserver.pod.LogQuery;
import io.alcove.apiserver.pod.LogStream;
import io.alcove.apiserver.pod.PodLogOptions;
import io.alcove.proto.relay.v1.LogsChunk;
import io.alcove.proto.relay.v1.LogsRequest;
import io.alcove.proto.relay.v1.RelayGrpc.RelayBlockingStub;
import io.grpc.Context;
import io.grpc.StatusRuntimeException;
import java.util.Iterator;
import java.util.Optional;

/**
 * A log as the relay sends it. The next chunk is asked for when the one before was taken, so that a
 * slow reader slows the host down and fills nothing here.
 */
final class RelayLog implements LogStream {

    private final Context.CancellableContext context = Context.current().withCancellation();
    private final Iterator<LogsChunk> chunks;

    private RelayLog(RelayBlockingStub stub, LogsRequest request) {
        Context previous = context.attach();
        try {
            this.chunks = stub.logs(request);
        } finally {
            context.detach(previous);
        }
    }

    static RelayLog open(RelayBlockingStub stub, LogQuery query) {
        return new RelayLog(stub, request(query));
    }

    @Override
    public Optional<byte[]> next() {
        try {
            return chunks.hasNext()
                    ? Optional.of(chunks.next().getData().toByteArray())
                    : Optional.empty();
        } catch (StatusRuntimeException e) {
            if (context.isCancelled()) {
                return Optional.empty();
            }
            throw RelayFailure.of(e);
        }
    }

    @Override
    public void close() {
        context.cancel(null);
    }

    private static LogsRequest request(LogQuery query) {
        PodLogOptions options = query.options();
        LogsRequest.Builder request =
                LogsRequest.newBuilder()
                        .setNamespace(query.pod().namespace())
                        .setPod(query.pod().name())
                        .setContainer(query.container())
                        .setFollow(options.follow())
                        .setPrevious(options.previous())
                        .setTimestamps(options.timestamps());
        options.sinceTime().ifPresent(time -> request.setSinceTime(time.toString()));
        options.sinceSeconds().ifPresent(request::setSinceSeconds);
        options.tailLines().ifPresent(request::setTailLines);
        options.limitBytes().ifPresent(request::setLimitBytes);
        return request.build();
    }
}
