package io.alcove.apiserver.serviceaccount;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.KeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The keys in a PEM file, of all the forms that the service account flags take. */
final class KeyFile {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

    private final Path path;
    private final List<PrivateKey> privateKeys = new ArrayList<>();
    private final List<PublicKey> publicKeys = new ArrayList<>();

    /**
     * @throws IOException where the file cannot be read, or holds a key of another form
     */
    KeyFile(Path path) throws IOException {
        this.path = path;
        Matcher blocks = BLOCK.matcher(Files.readString(path));
        try {
            for (MatchResult block : blocks.results().toList()) {
                read(block.group(1), Base64.getMimeDecoder().decode(block.group(2)));
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException("cannot read a key of " + path, e);
        }
    }

    /** Those that stand there, and those of the RSA private keys. */
    List<PublicKey> publicKeys() throws IOException {
        if (publicKeys.isEmpty()) {
            throw new IOException(
                    "data does not contain any valid RSA or ECDSA public keys: " + path);
        }
        return publicKeys;
    }

    PrivateKey privateKey() throws IOException {
        if (privateKeys.isEmpty()) {
            throw new IOException(
                    "data does not contain a valid RSA or ECDSA private key: " + path);
        }
        return privateKeys.getFirst();
    }

    private void read(String label, byte[] content) throws GeneralSecurityException {
        switch (label) {
            case "PRIVATE KEY" -> add(privateKey(new PKCS8EncodedKeySpec(content)));
            case "RSA PRIVATE KEY" ->
                    add(privateKey(new PKCS8EncodedKeySpec(Pkcs1.privateKeyInfo(content))));
            case "PUBLIC KEY" -> publicKeys.add(publicKey(content));
            case "RSA PUBLIC KEY" -> publicKeys.add(publicKey(Pkcs1.publicKeyInfo(content)));
            case "CERTIFICATE" ->
                    publicKeys.add(
                            CertificateFactory.getInstance("X.509")
                                    .generateCertificate(new ByteArrayInputStream(content))
                                    .getPublicKey());
            case "EC PARAMETERS" -> {}
            default ->
                    throw new InvalidKeySpecException(
                            "a PEM block of " + label + " is not supported; use PKCS #8");
        }
    }

    private void add(PrivateKey key) throws GeneralSecurityException {
        privateKeys.add(key);
        if (key instanceof RSAPrivateCrtKey rsa) {
            publicKeys.add(
                    KeyFactory.getInstance("RSA")
                            .generatePublic(
                                    new RSAPublicKeySpec(
                                            rsa.getModulus(), rsa.getPublicExponent())));
        }
    }

    private static PrivateKey privateKey(KeySpec spec) throws GeneralSecurityException {
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(spec);
        } catch (InvalidKeySpecException _) {
            return KeyFactory.getInstance("EC").generatePrivate(spec);
        }
    }

    private static PublicKey publicKey(byte[] content) throws GeneralSecurityException {
        X509EncodedKeySpec spec = new X509EncodedKeySpec(content);
        try {
            return KeyFactory.getInstance("RSA").generatePublic(spec);
        } catch (InvalidKeySpecException _) {
            return KeyFactory.getInstance("EC").generatePublic(spec);
        }
    }
}
