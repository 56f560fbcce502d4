package io.alcove.apiserver.storage;

import java.util.List;

/** How a read of a range at one revision ended. */
public sealed interface ListPage {

    /**
     * @param revision the one that all values are consistent at
     * @param remaining how many more keys the range holds after the page
     */
    record Values(List<StoredValue> values, long revision, long remaining) implements ListPage {}

    /** The revision asked for is no longer held. */
    record Compacted(long oldestRevision) implements ListPage {}
}
