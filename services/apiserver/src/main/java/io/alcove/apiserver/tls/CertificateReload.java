package io.alcove.apiserver.tls;

import io.alcove.pki.PkiException;
import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Looks at the files of a serving certificate every few seconds. */
public final class CertificateReload implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(CertificateReload.class);
    private static final long PERIOD_SECONDS = 10;

    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("certificate-reload").factory());

    private CertificateReload() {}

    public static CertificateReload start(ServingKeys keys) {
        CertificateReload reload = new CertificateReload();
        var _ =
                reload.timer.scheduleWithFixedDelay(
                        () -> reload(keys), PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
        return reload;
    }

    private static void reload(ServingKeys keys) {
        try {
            if (keys.reload()) {
                LOG.infof("serving certificate reloaded files=%s", keys.files());
            }
        } catch (IOException | PkiException e) {
            LOG.warnf("serving certificate not reloaded cause=%s", e.getMessage());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
