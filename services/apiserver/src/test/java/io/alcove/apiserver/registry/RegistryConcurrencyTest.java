package io.alcove.apiserver.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class RegistryConcurrencyTest {

    private static final String CONFIG_MAPS = "/api/v1/namespaces/default/configmaps";
    private static final int WRITERS = 16;
    private static final int WRITES = 20;

    @Test
    void losesNoPatchOfManyWriters() throws Exception {
        TestingRegistry registry = new TestingRegistry();
        registry.create(CONFIG_MAPS, "{'metadata':{'name':'ok'}}");
        List<Future<?>> writers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < WRITERS; writer++) {
                int self = writer;
                writers.add(threads.submit(() -> write(registry, self)));
            }
        }
        for (Future<?> writer : writers) {
            writer.get();
        }
        assertThat(registry.get(CONFIG_MAPS + "/ok").textMap("data")).hasSize(WRITERS * WRITES);
    }

    private static void write(TestingRegistry registry, int writer) {
        for (int i = 0; i < WRITES; i++) {
            registry.patch(
                    CONFIG_MAPS + "/ok",
                    PatchType.MERGE,
                    "{'data':{'k%d-%d':'v'}}".formatted(writer, i));
        }
    }
}
