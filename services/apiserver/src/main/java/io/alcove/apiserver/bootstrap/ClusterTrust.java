package io.alcove.apiserver.bootstrap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.authentication.CertificateAuthorities;
import io.alcove.apiserver.authentication.FrontProxy;
import io.alcove.apiserver.storage.StoreException;
import io.alcove.apiserver.storage.cache.ObjectStorage;
import io.alcove.apiserver.storage.cache.ObjectStorages;
import io.alcove.pki.Pem;
import io.alcove.pki.PkiException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Tells servers that extend the API whom to trust, in config map
 * extension-apiserver-authentication. What other replicas wrote there stays; certificates leave
 * when they end.
 */
public final class ClusterTrust implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ClusterTrust.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
    private static final ObjectName NAME =
            new ObjectName("kube-system", "extension-apiserver-authentication");
    private static final long PERIOD_SECONDS = 5;
    private static final String HEADERS = "requestheader-";

    private final Trusted trusted;
    private final ObjectStorage maps;
    private final Bootstrap bootstrap;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("cluster-trust").factory());

    /**
     * @param clients authorities of --client-ca-file
     * @param proxies authorities of --requestheader-client-ca-file
     */
    public record Trusted(
            Optional<CertificateAuthorities> clients,
            Optional<CertificateAuthorities> proxies,
            FrontProxy.Headers headers) {}

    private ClusterTrust(Trusted trusted, ObjectStorages storages, Bootstrap bootstrap) {
        this.trusted = trusted;
        this.maps = storages.of(new GroupResource("", "configmaps"));
        this.bootstrap = bootstrap;
    }

    /** Writes it now, and whenever it differs later. */
    public static ClusterTrust keep(Trusted trusted, ObjectStorages storages, Bootstrap bootstrap) {
        ClusterTrust trust = new ClusterTrust(trusted, storages, bootstrap);
        trust.write();
        var _ =
                trust.timer.scheduleWithFixedDelay(
                        trust::write, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
        return trust;
    }

    private void write() {
        try {
            Map<String, String> present =
                    maps.get(NAME)
                            .map(stored -> ApiObject.parse(stored.json()).textMap("data"))
                            .orElse(Map.of());
            Map<String, String> wanted = data(present);
            if (!wanted.equals(present)) {
                ApiObject map = ApiObject.of(new GroupVersionKind("", "v1", "ConfigMap"), NAME);
                wanted.forEach((key, value) -> map.with("data").put(key, value));
                bootstrap.keep(map, List.of("data"));
            }
        } catch (StatusException | StoreException | PkiException e) {
            LOG.warnf("cluster trust not written cause=%s", e.getMessage());
        }
    }

    private Map<String, String> data(Map<String, String> present) {
        Map<String, String> data = new TreeMap<>();
        put(data, present, "client-ca-file", trusted.clients());
        String proxies = HEADERS + "client-ca-file";
        put(data, present, proxies, trusted.proxies());
        if (data.containsKey(proxies)) {
            FrontProxy.Headers headers = trusted.headers();
            putTexts(data, present, "username-headers", headers.users());
            putTexts(data, present, "uid-headers", headers.uids());
            putTexts(data, present, "group-headers", headers.groups());
            putTexts(data, present, "extra-headers-prefix", headers.extraPrefixes());
            putTexts(data, present, "allowed-names", headers.allowedNames());
            if ("[]".equals(data.get(HEADERS + "uid-headers"))) {
                data.remove(HEADERS + "uid-headers");
            }
        }
        return data;
    }

    private static void put(
            Map<String, String> data,
            Map<String, String> present,
            String key,
            Optional<CertificateAuthorities> own) {
        Set<X509Certificate> all = new LinkedHashSet<>();
        all.addAll(certificates(present.getOrDefault(key, "")));
        own.ifPresent(authorities -> all.addAll(certificates(authorities.pem())));
        all.removeIf(ClusterTrust::isOver);
        if (!all.isEmpty()) {
            StringBuilder text = new StringBuilder();
            all.forEach(certificate -> text.append(Pem.encode(certificate)));
            data.put(key, text.toString());
        }
    }

    private static List<X509Certificate> certificates(String pem) {
        return pem.isBlank() ? List.of() : Pem.certificates(pem);
    }

    private static boolean isOver(X509Certificate certificate) {
        try {
            certificate.checkValidity();
            return false;
        } catch (CertificateException _) {
            return certificate.getNotAfter().toInstant().isBefore(java.time.Instant.now());
        }
    }

    private static void putTexts(
            Map<String, String> data, Map<String, String> present, String name, List<String> own) {
        String key = HEADERS + name;
        Set<String> all = new LinkedHashSet<>(texts(present.getOrDefault(key, "[]")));
        all.addAll(own);
        data.put(key, JSON.valueToTree(new ArrayList<>(all)).toString());
    }

    private static List<String> texts(String json) {
        try {
            return JSON.readValue(json, TEXTS);
        } catch (JsonProcessingException _) {
            return List.of();
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
