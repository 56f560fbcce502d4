package io.alcove.apiserver.storage.sqlite;

import io.alcove.apiserver.storage.Store;
import io.alcove.apiserver.storage.StoreEvent;
import io.alcove.apiserver.storage.StoreException;
import io.alcove.apiserver.storage.StoredValue;
import io.alcove.apiserver.storage.WriteResult;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Works off tasks on the one thread that writes. The writes that wait at the same time become one
 * transaction; each is answered after that is on disk and the subscribers have it.
 */
final class Writer {

    /** How much of the log is compacted while writes wait. */
    static final int COMPACTION_STEP = 500;

    private static final int HISTORY_CHUNK = 500;
    private static final Logger LOG = System.getLogger(Writer.class.getName());

    private final LogWriter log;
    private final Subscribers subscribers = new Subscribers();
    private volatile long revision;
    private volatile long compacted;

    Writer(LogWriter log) throws SQLException {
        this.log = log;
        revision = log.reader().newestRevision();
        compacted = log.reader().compactedRevision();
        log.rollback();
    }

    long revision() {
        return revision;
    }

    long compacted() {
        return compacted;
    }

    Subscribers subscribers() {
        return subscribers;
    }

    void work(List<Task> tasks) {
        List<Task.Write> writes = new ArrayList<>();
        for (Task task : tasks) {
            if (task instanceof Task.Write write) {
                writes.add(write);
            }
        }
        if (!writes.isEmpty()) {
            write(writes);
        }
        tasks.forEach(this::workAlone);
    }

    private void write(List<Task.Write> writes) {
        List<WriteResult> results = new ArrayList<>(writes.size());
        List<StoreEvent> events = new ArrayList<>(writes.size());
        try {
            for (Task.Write write : writes) {
                results.add(append(write, events));
            }
            log.commit();
        } catch (SQLException e) {
            recover();
            StoreException failure = new StoreException("the store cannot write", e);
            writes.forEach(write -> write.fail(failure));
            return;
        }
        publish(events);
        for (int i = 0; i < writes.size(); i++) {
            writes.get(i).result().complete(results.get(i));
        }
    }

    private WriteResult append(Task.Write write, List<StoreEvent> events) throws SQLException {
        Optional<StoredValue> held = log.latest(write.key());
        long next = revision + events.size() + 1;
        StoreEvent event;
        switch (write) {
            case Task.Create create -> {
                if (held.isPresent()) {
                    return new WriteResult.Conflict(held.get());
                }
                event = new StoreEvent.Put(create.key(), create.value(), next, true);
            }
            case Task.Update update -> {
                if (held.isEmpty() || held.get().revision() != update.expected()) {
                    return refusal(held);
                }
                event = new StoreEvent.Put(update.key(), update.value(), next, false);
            }
            case Task.Delete delete -> {
                if (held.isEmpty() || held.get().revision() != delete.expected()) {
                    return refusal(held);
                }
                event = new StoreEvent.Deleted(delete.key(), next);
            }
        }
        log.append(event, held.map(StoredValue::revision).orElse(0L));
        events.add(event);
        return new WriteResult.Written(next);
    }

    private static WriteResult refusal(Optional<StoredValue> held) {
        return held.<WriteResult>map(WriteResult.Conflict::new).orElseGet(WriteResult.Missing::new);
    }

    private void publish(List<StoreEvent> events) {
        subscribers.publish(events);
        if (!events.isEmpty()) {
            revision = events.getLast().revision();
        }
    }

    /** A commit that failed may still be on disk: what is there is the truth. */
    private void recover() {
        try {
            log.rollback();
            List<StoreEvent> missed = log.reader().history(revision, HISTORY_CHUNK);
            log.rollback();
            publish(missed);
        } catch (SQLException e) {
            LOG.log(Level.ERROR, "store not readable after a failed write", e);
        }
    }

    private void workAlone(Task task) {
        try {
            switch (task) {
                case Task.Write _ -> {}
                case Task.Subscribe subscribe -> subscribe(subscribe);
                case Task.Compact compact -> compact(compact);
                case Task.RestartLog restart -> {
                    log.restart();
                    restart.result().complete(true);
                }
            }
        } catch (SQLException e) {
            recover();
            task.fail(new StoreException("the store cannot work", e));
        }
    }

    private void subscribe(Task.Subscribe task) throws SQLException {
        if (task.afterRevision() < compacted) {
            task.result().complete(false);
            return;
        }
        long sent = task.afterRevision();
        while (sent < revision) {
            List<StoreEvent> chunk = log.reader().history(sent, HISTORY_CHUNK);
            chunk.forEach(task.subscriber()::accept);
            sent = chunk.isEmpty() ? revision : chunk.getLast().revision();
        }
        log.rollback();
        subscribers.add(task.subscriber());
        task.result().complete(true);
    }

    private void compact(Task.Compact task) throws SQLException {
        long from = compacted;
        long to = Math.min(Math.min(task.revision(), revision), from + COMPACTION_STEP);
        if (to > from) {
            // before it is done: a read that sees what is left knows that it is too late
            compacted = to;
            log.compact(from, to);
            log.commit();
        }
        task.result().complete(Math.max(from, to));
    }

    void close() {
        try {
            log.close();
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "store not closed in order", e);
        }
    }

    Store.Subscription subscription(Store.Subscriber subscriber) {
        return () -> subscribers.remove(subscriber);
    }
}
