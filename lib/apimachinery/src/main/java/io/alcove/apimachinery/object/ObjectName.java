package io.alcove.apimachinery.object;

/** What names an object among those of its resource; namespace is empty where it has none. */
public record ObjectName(String namespace, String name) implements Comparable<ObjectName> {

    public static ObjectName clusterScoped(String name) {
        return new ObjectName("", name);
    }

    @Override
    public int compareTo(ObjectName other) {
        int byNamespace = namespace.compareTo(other.namespace);
        return byNamespace != 0 ? byNamespace : name.compareTo(other.name);
    }

    /** {@code namespace/name}, or the name alone. */
    @Override
    public String toString() {
        return namespace.isEmpty() ? name : namespace + "/" + name;
    }
}
