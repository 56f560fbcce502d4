package io.alcove.apiserver.config;

import io.alcove.apiserver.storage.Store;
import io.alcove.apiserver.storage.encryption.EncryptedStore;
import io.alcove.apiserver.storage.encryption.EncryptionFile;
import io.alcove.apiserver.storage.encryption.kms.KmsV2Provider;
import io.alcove.apiserver.storage.etcd.EtcdOptions;
import io.alcove.apiserver.storage.etcd.EtcdStore;
import io.alcove.apiserver.storage.sqlite.SqliteStore;
import io.alcove.client.flag.Flag;
import io.alcove.client.flag.FlagException;
import io.alcove.client.flag.Flags;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Where objects are kept: etcd where its servers are named, else SQLite in the data folder. */
public final class StoreOptions {

    private static final String RELOAD = "encryption-provider-config-automatic-reload";

    static final List<Flag> FLAGS =
            List.of(
                    new Flag("etcd-servers", "", "scheme://host:port of each; in place of SQLite"),
                    new Flag("etcd-prefix", EtcdOptions.DEFAULT_PREFIX, "what all keys start with"),
                    new Flag("etcd-cafile", "", "PEM file of the authorities of etcd"),
                    new Flag("etcd-certfile", "", "PEM file of the certificate shown to etcd"),
                    new Flag("etcd-keyfile", "", "PEM file of its key (PKCS #8)"),
                    new Flag("encryption-provider-config", "", "EncryptionConfiguration"),
                    new Flag(RELOAD, "false", "whether changes of that file are taken over"),
                    new Flag("etcd-compaction-interval", "5m", "how long history is kept"),
                    new Flag("data-dir", "", "folder of the SQLite store, and of own keys"));

    private StoreOptions() {}

    /**
     * @throws FlagException where no store is named, or not in full
     */
    static void check(Flags flags) {
        boolean ownKeys = !flags.isSet("tls-cert-file");
        if (!flags.isSet("data-dir") && (ownKeys || !flags.isSet("etcd-servers"))) {
            throw new FlagException("required flag not set: --data-dir");
        }
        flags.list("etcd-servers").forEach(StoreOptions::checkServer);
        boolean _ = flags.bool(RELOAD);
        if (flags.isSet("etcd-certfile") != flags.isSet("etcd-keyfile")) {
            throw new FlagException(
                    "--etcd-certfile and --etcd-keyfile are given together or not at all");
        }
    }

    private static void checkServer(String server) {
        if (!server.matches("https?://[^/]+:\\d+/?")) {
            throw new FlagException(
                    "--etcd-servers: " + server + " is not of the form http[s]://host:port");
        }
    }

    /**
     * The store stays the caller's to close.
     *
     * @throws io.alcove.apiserver.storage.StoreException where it cannot be opened
     */
    public static Store open(ApiServerOptions options) {
        Optional<EncryptionFile> encryption =
                options.file("encryption-provider-config")
                        .map(
                                file ->
                                        EncryptionFile.open(
                                                file,
                                                options.flags().bool(RELOAD),
                                                kms -> KmsV2Provider.open(kms, Clock.systemUTC())));
        Store store = openPlain(options);
        return encryption.<Store>map(e -> new EncryptedStore(store, e)).orElse(store);
    }

    private static Store openPlain(ApiServerOptions options) {
        Flags flags = options.flags();
        return flags.isSet("etcd-servers")
                ? EtcdStore.open(etcd(flags))
                : SqliteStore.open(flags.path("data-dir"));
    }

    static EtcdOptions etcd(Flags flags) {
        return new EtcdOptions(
                flags.list("etcd-servers").stream().map(URI::create).toList(),
                file(flags, "etcd-cafile"),
                file(flags, "etcd-certfile"),
                file(flags, "etcd-keyfile"),
                EtcdOptions.normalPrefix(flags.text("etcd-prefix")));
    }

    private static Optional<Path> file(Flags flags, String name) {
        return flags.isSet(name) ? Optional.of(flags.path(name)) : Optional.empty();
    }
}
