package io.alcove.syncer.events;

/** Takes note of what sync did. Never blocks sync for long and never fails it. */
public interface SyncJournal {

    void record(SyncRecord entry);
}
