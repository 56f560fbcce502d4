package io.alcove.apiserver.audit;

/** Where events go. */
public interface AuditSink extends AutoCloseable {

    AuditSink NONE = event -> {};

    /**
     * @param event one audit.k8s.io/v1 Event as JSON in one line, without its end
     */
    void accept(byte[] event);

    @Override
    default void close() {}
}
