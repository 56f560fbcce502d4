package io.alcove.apiserver.kinds.volume;

import io.alcove.apimachinery.names.Names;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.PathRules;
import java.util.List;
import java.util.Locale;

/** The sources that are alike in pods and in PersistentVolumes. */
public final class SharedSources {

    private static final List<String> HOST_PATH_TYPES =
            List.of(
                    "",
                    "BlockDevice",
                    "CharDevice",
                    "Directory",
                    "DirectoryOrCreate",
                    "File",
                    "FileOrCreate",
                    "Socket");
    private static final List<String> CACHING = List.of("None", "ReadOnly", "ReadWrite");
    private static final List<String> DISK_KINDS = List.of("Dedicated", "Managed", "Shared");
    private static final List<String> MANAGED_URIS =
            List.of(
                    "/subscriptions/{sub-id}/resourcegroups/{group-name}/providers/microsoft.compute/disks/{disk-id}");
    private static final List<String> BLOB_URIS =
            List.of(
                    "https://{account-name}.blob.core.windows.net/{container-name}/{disk-name}.vhd");
    private static final String HOST_PORTS =
            "must be a host:port pair or multiple pairs separated by commas";
    private static final int MAX_DRIVER_NAME = 63;

    private SharedSources() {}

    public static void hostPath(Inspection hostPath) {
        if (hostPath.field("path").required()) {
            PathRules.noBacksteps(hostPath.field("path"));
            hostPath.field("type").oneOf(HOST_PATH_TYPES);
        }
    }

    public static void gcePersistentDisk(Inspection disk) {
        disk.field("pdName").required();
        partition(disk.field("partition"));
    }

    public static void awsElasticBlockStore(Inspection disk) {
        disk.field("volumeID").required();
        partition(disk.field("partition"));
    }

    private static void partition(Inspection partition) {
        if (partition.number() < 0 || partition.number() > 255) {
            partition.invalid("must be between 1 and 255, inclusive");
        }
    }

    public static void nfs(Inspection nfs) {
        nfs.field("server").required();
        Inspection path = nfs.field("path");
        path.required();
        if (!path.text().startsWith("/")) {
            path.invalid(path.text(), "must be an absolute path");
        }
    }

    public static void flocker(Inspection flocker) {
        Inspection name = flocker.field("datasetName");
        boolean uuid = flocker.field("datasetUUID").isGiven();
        if (!name.isGiven() && !uuid) {
            flocker.missing("one of datasetName and datasetUUID is required");
        }
        if (name.isGiven() && uuid) {
            flocker.invalid(
                    "resource", "datasetName and datasetUUID can not be specified simultaneously");
        }
        if (name.text().contains("/")) {
            name.invalid("must not contain '/'");
        }
    }

    public static void glusterfs(Inspection glusterfs) {
        glusterfs.field("endpoints").required();
        glusterfs.field("path").required();
        Inspection namespace = glusterfs.field("endpointsNamespace");
        if (namespace.isGiven()) {
            namespace.checked(Names::dns1123Label);
        } else if (namespace.isPresent()) {
            namespace.invalid("if the endpointnamespace is set, it must be a valid namespace name");
        }
    }

    public static void rbd(Inspection rbd) {
        rbd.field("monitors").required();
        rbd.field("image").required();
    }

    public static void quobyte(Inspection quobyte) {
        Inspection registry = quobyte.field("registry");
        if (!registry.isGiven()) {
            registry.missing(HOST_PORTS);
        } else if (quobyte.field("tenant").text().length() >= 65) {
            quobyte.field("tenant")
                    .missing("must be a UUID and may not exceed a length of 64 characters");
        } else {
            for (String pair : registry.text().split(",", -1)) {
                if (!isHostPort(pair)) {
                    registry.invalid(HOST_PORTS);
                }
            }
        }
        quobyte.field("volume").required();
    }

    private static boolean isHostPort(String pair) {
        int colon = pair.lastIndexOf(':');
        if (colon < 0) {
            return false;
        }
        String host = pair.substring(0, colon);
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        return bracketed || host.indexOf(':') < 0;
    }

    public static void cephfs(Inspection cephfs) {
        cephfs.field("monitors").required();
    }

    public static void fc(Inspection fc) {
        Inspection names = fc.field("targetWWNs");
        Inspection ids = fc.field("wwids");
        if (names.size() == 0 && ids.size() == 0) {
            names.missing("must specify either targetWWNs or wwids, but not both");
        }
        if (names.size() > 0 && ids.size() > 0) {
            names.invalid("targetWWNs and wwids can not be specified simultaneously");
        }
        if (names.size() > 0) {
            Inspection lun = fc.field("lun");
            if (lun.isPresent()) {
                lun.inRange(0, 255);
            } else {
                lun.missing("lun is required if targetWWNs is specified");
            }
        }
    }

    public static void flexVolume(Inspection flex) {
        flex.field("driver").required();
        flex.field("options")
                .eachEntry(
                        option -> {
                            String key = option.name();
                            int slash = key.indexOf('/');
                            String namespace = slash < 0 ? key : key.substring(0, slash);
                            String normal = "." + namespace.toLowerCase(Locale.ROOT);
                            if (normal.endsWith(".kubernetes.io") || normal.endsWith(".k8s.io")) {
                                option.invalid(
                                        key, "kubernetes.io and k8s.io namespaces are reserved");
                            }
                        });
    }

    public static void azureFile(Inspection azure) {
        azure.field("secretName").required();
        azure.field("shareName").required();
        Inspection namespace = azure.field("secretNamespace");
        if (namespace.isPresent()) {
            namespace.required();
        }
    }

    public static void azureDisk(Inspection azure) {
        azure.field("diskName").required();
        Inspection uri = azure.field("diskURI");
        uri.required();
        azure.field("cachingMode").oneOf(CACHING);
        Inspection kind = azure.field("kind");
        kind.oneOf(DISK_KINDS);
        if (kind.is("Managed") && !uri.text().startsWith("/subscriptions/")) {
            uri.notSupported(MANAGED_URIS);
        }
        if (kind.isPresent() && !kind.is("Managed") && !uri.text().startsWith("https://")) {
            uri.notSupported(BLOB_URIS);
        }
    }

    public static void scaleIo(Inspection scaleIo) {
        scaleIo.field("gateway").required();
        scaleIo.field("system").required();
        scaleIo.field("volumeName").required();
    }

    /** The rule of a source that needs one field. */
    public static VolumeSource needing(String source, String field) {
        return VolumeSource.of(source, volume -> volume.field(field).required());
    }

    public static void cinder(Inspection cinder, boolean namespaced) {
        cinder.field("volumeID").required();
        secret(cinder.field("secretRef"), namespaced);
    }

    public static void storageOs(Inspection storageOs, boolean namespaced) {
        storageOs.field("volumeName").requiredAs(Names::dns1123Label);
        storageOs.field("volumeNamespace").conforms(Names::dns1123Label);
        secret(storageOs.field("secretRef"), namespaced);
    }

    private static void secret(Inspection secret, boolean namespaced) {
        if (!secret.isPresent()) {
            return;
        }
        secret.field("name").required();
        if (namespaced) {
            secret.field("namespace").required();
        }
    }

    /** The name of a CSI driver, which may be written with capitals. */
    public static void driverName(Inspection driver) {
        String name = driver.text();
        if (name.isEmpty()) {
            driver.missing();
            return;
        }
        if (name.length() > MAX_DRIVER_NAME) {
            driver.tooLong(MAX_DRIVER_NAME);
        }
        Names.dns1123Subdomain(name.toLowerCase(Locale.ROOT))
                .forEach(problem -> driver.invalid(name, problem));
    }
}
