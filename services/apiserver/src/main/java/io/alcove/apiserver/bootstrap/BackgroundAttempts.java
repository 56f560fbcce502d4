package io.alcove.apiserver.bootstrap;

import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.storage.StoreException;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Does what others must be there for, again and again until it is done. */
public final class BackgroundAttempts implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(BackgroundAttempts.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Thread thread;

    private BackgroundAttempts(Thread thread) {
        this.thread = thread;
    }

    /**
     * @param name what is done, for the log
     */
    public static BackgroundAttempts start(String name, Runnable attempt) {
        return new BackgroundAttempts(
                Thread.ofVirtual().name(name).start(() -> run(name, attempt)));
    }

    private static void run(String name, Runnable attempt) {
        Duration pause = FIRST_PAUSE;
        try {
            while (!succeeds(name, attempt)) {
                Thread.sleep(pause);
                pause = pause.multipliedBy(2);
                pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean succeeds(String name, Runnable attempt) {
        try {
            attempt.run();
            return true;
        } catch (StatusException | StoreException e) {
            LOG.infof("not done yet task=%s cause=%s", name, e.getMessage());
            return false;
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
