package io.alcove.apiserver.http;

import io.vertx.core.net.JdkSSLEngineOptions;
import io.vertx.core.net.OpenSSLEngineOptions;
import io.vertx.core.net.SSLEngineOptions;

/**
 * What encrypts: BoringSSL, at well under half of the processor time, where its library is there
 * for the machine, else the JDK.
 */
final class TlsEngine {

    private TlsEngine() {}

    static SSLEngineOptions fastest() {
        return !isNativeImage() && OpenSSLEngineOptions.isAvailable()
                ? new OpenSSLEngineOptions()
                : new JdkSSLEngineOptions();
    }

    /** There Quarkus supports the JDK's alone. */
    private static boolean isNativeImage() {
        return System.getProperty("org.graalvm.nativeimage.imagecode") != null;
    }
}
