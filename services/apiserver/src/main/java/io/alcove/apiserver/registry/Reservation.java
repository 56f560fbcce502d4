package io.alcove.apiserver.registry;

/** What a write took from shared pools before it reached the store. */
public interface Reservation {

    Reservation NONE =
            new Reservation() {
                @Override
                public void commit() {}

                @Override
                public void rollback() {}
            };

    /** The object is stored: what it has is its own, what it gave up is free. */
    void commit();

    /** The object is not stored, or this was a dry run: as if nothing was taken. */
    void rollback();
}
