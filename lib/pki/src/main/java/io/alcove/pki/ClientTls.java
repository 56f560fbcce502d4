package io.alcove.pki;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The client's side of TLS: whom it trusts, and who it is. */
public final class ClientTls {

    private static final char[] NO_PASSWORD = new char[0];

    private ClientTls() {}

    /**
     * For a client without a certificate.
     *
     * @throws PkiException where the JDK refuses what it is given
     */
    public static SSLContext trusting(List<X509Certificate> authorities) {
        return context(authorities, new KeyManager[0]);
    }

    /**
     * For a client that proves who it is.
     *
     * @throws PkiException where the JDK refuses what it is given
     */
    public static SSLContext trusting(List<X509Certificate> authorities, Credential client) {
        try {
            KeyStore keys = emptyStore();
            keys.setKeyEntry(
                    "client",
                    client.privateKey(),
                    NO_PASSWORD,
                    new Certificate[] {client.certificate()});
            KeyManagerFactory identity =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            identity.init(keys, NO_PASSWORD);
            return context(authorities, identity.getKeyManagers());
        } catch (GeneralSecurityException | IOException e) {
            throw new PkiException("a client certificate that cannot be used", e);
        }
    }

    private static SSLContext context(List<X509Certificate> authorities, KeyManager[] identity) {
        try {
            KeyStore trusted = emptyStore();
            for (int i = 0; i < authorities.size(); i++) {
                trusted.setCertificateEntry("authority-" + i, authorities.get(i));
            }
            TrustManagerFactory trust =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(identity, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new PkiException("authorities that cannot be used", e);
        }
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
