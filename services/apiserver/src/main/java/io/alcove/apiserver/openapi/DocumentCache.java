package io.alcove.apiserver.openapi;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** Described documents by their hash; the one unused for longest gives way. */
final class DocumentCache {

    /** All of a version's documents are some 10 MB. */
    private static final long MAX_BYTES = 24L << 20;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Document> documents = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    Optional<Document> get(String hash) {
        lock.lock();
        try {
            return Optional.ofNullable(documents.get(hash));
        } finally {
            lock.unlock();
        }
    }

    Document put(Document document) {
        lock.lock();
        try {
            Document raced = documents.putIfAbsent(document.hash(), document);
            if (raced != null) {
                return raced;
            }
            bytes += document.bytes().length;
            Iterator<Document> oldest = documents.values().iterator();
            while (bytes > MAX_BYTES && oldest.hasNext()) {
                bytes -= oldest.next().bytes().length;
                oldest.remove();
            }
            return document;
        } finally {
            lock.unlock();
        }
    }
}
