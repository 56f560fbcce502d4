package io.alcove.apiserver.authentication;

import java.util.Set;

/**
 * Which requests may come from nobody.
 *
 * @param paths empty for all
 */
public record AnonymousAccess(boolean enabled, Set<String> paths) {

    public static final AnonymousAccess EVERYWHERE = new AnonymousAccess(true, Set.of());
    public static final AnonymousAccess NOWHERE = new AnonymousAccess(false, Set.of());

    public AnonymousAccess {
        paths = Set.copyOf(paths);
    }

    boolean allows(String path) {
        return enabled && (paths.isEmpty() || paths.contains(path));
    }
}
