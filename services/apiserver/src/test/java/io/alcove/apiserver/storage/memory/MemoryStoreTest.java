package io.alcove.apiserver.storage.memory;

import io.alcove.apiserver.storage.Store;
import io.alcove.apiserver.storage.StoreContract;

final class MemoryStoreTest extends StoreContract {

    @Override
    protected Store open() {
        return new MemoryStore();
    }
}
