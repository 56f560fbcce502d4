package io.alcove.controllermanager.controller;

import io.alcove.client.controller.ControllerLoop;
import java.util.List;

/** Loops that belong together; made before the informers start, started once they have synced. */
public interface Controller extends AutoCloseable {

    void start();

    @Override
    void close();

    static Controller of(ControllerLoop<?>... loops) {
        return new Controller() {
            @Override
            public void start() {
                List.of(loops).forEach(ControllerLoop::start);
            }

            @Override
            public void close() {
                List.of(loops).forEach(ControllerLoop::close);
            }
        };
    }
}
