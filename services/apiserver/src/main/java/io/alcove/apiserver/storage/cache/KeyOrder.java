package io.alcove.apiserver.storage.cache;

import io.alcove.apimachinery.object.ObjectName;
import java.util.Comparator;

/**
 * Names in the order of their keys in the store, which is upstream's order of a list: the namespace
 * "a-b" comes before "a", since their keys go on with "-" and "/".
 */
enum KeyOrder implements Comparator<ObjectName> {
    INSTANCE;

    @Override
    public int compare(ObjectName a, ObjectName b) {
        int byNamespace = compareNamespaces(a.namespace(), b.namespace());
        return byNamespace != 0 ? byNamespace : a.name().compareTo(b.name());
    }

    static int compareNamespaces(String a, String b) {
        int common = Math.min(a.length(), b.length());
        for (int i = 0; i < common; i++) {
            if (a.charAt(i) != b.charAt(i)) {
                return a.charAt(i) - b.charAt(i);
            }
        }
        if (a.length() == b.length()) {
            return 0;
        }
        return a.length() < b.length() ? '/' - b.charAt(common) : a.charAt(common) - '/';
    }
}
