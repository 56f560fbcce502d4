package io.alcove.syncer.mark;

/** The labels and annotations that this service writes on host objects. */
public final class Marks {

    public static final String PREFIX = "alcove.io/";

    /** Label with the tenant's name: the selector of every host watch. */
    public static final String MANAGED_BY = PREFIX + "managed-by";

    /** Label with the virtual namespace. */
    public static final String NAMESPACE = PREFIX + "namespace";

    public static final String OBJECT_NAME = PREFIX + "object-name";
    public static final String OBJECT_NAMESPACE = PREFIX + "object-namespace";
    public static final String OBJECT_UID = PREFIX + "object-uid";
    public static final String OBJECT_KIND = PREFIX + "object-kind";

    /** Annotation with the hash of what was last written down. */
    public static final String SYNCED_HASH = PREFIX + "synced-hash";

    static final String NAMESPACE_LABEL = PREFIX + "ns-label-";
    static final String RENAMED_LABEL = PREFIX + "label-";

    private Marks() {}
}
