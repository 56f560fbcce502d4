package io.alcove.apiserver.tls;

import io.alcove.pki.Pem;
import io.alcove.pki.PkiException;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * The certificate a server shows, read anew from its files when they change: handshakes that begin
 * after {@link #reload} use the new one, and connections go on.
 */
public final class ServingKeys extends X509ExtendedKeyManager {

    private static final String ALIAS = "serving";

    private final Path certificateFile;
    private final Path keyFile;
    private final AtomicReference<Shown> current;

    /**
     * @param chain the server's certificate first, then those between it and the authority
     * @param text what it was read from
     */
    private record Shown(X509Certificate[] chain, PrivateKey privateKey, String text) {}

    public ServingKeys(Path certificateFile, Path keyFile) throws IOException {
        this.certificateFile = certificateFile;
        this.keyFile = keyFile;
        this.current = new AtomicReference<>(read());
    }

    /**
     * Looks at the files. Where they cannot be read, or do not belong together as in the middle of
     * a rotation, the present certificate stays.
     *
     * @return whether there is a new one
     */
    public boolean reload() throws IOException, PkiException {
        Shown read = read();
        return !read.text().equals(current.getAndSet(read).text());
    }

    public List<Path> files() {
        return List.of(certificateFile, keyFile);
    }

    private Shown read() throws IOException {
        String certificates = Files.readString(certificateFile);
        String key = Files.readString(keyFile);
        X509Certificate[] chain = Pem.certificates(certificates).toArray(X509Certificate[]::new);
        PrivateKey privateKey = Pem.privateKey(key);
        if (!KeyMatch.belongs(privateKey, chain[0].getPublicKey())) {
            throw new PkiException("the key in " + keyFile + " is not that of " + certificateFile);
        }
        return new Shown(chain, privateKey, certificates + key);
    }

    @Override
    public String chooseEngineServerAlias(
            String keyType, Principal @Nullable [] issuers, SSLEngine engine) {
        return ALIAS;
    }

    @Override
    public String chooseServerAlias(String keyType, Principal @Nullable [] issuers, Socket socket) {
        return ALIAS;
    }

    @Override
    public String[] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return new String[] {ALIAS};
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return current.get().chain().clone();
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return current.get().privateKey();
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] keyType, Principal @Nullable [] issuers, Socket socket) {
        return null;
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    /** An empty one: keys come from this manager alone. */
    static KeyStore emptyStore() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            return store;
        } catch (IOException | java.security.GeneralSecurityException e) {
            throw new IllegalStateException("no PKCS12 key store in this JDK", e);
        }
    }
}
