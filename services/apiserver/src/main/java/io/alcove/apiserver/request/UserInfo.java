package io.alcove.apiserver.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who makes a request, as authentication found it. */
public record UserInfo(
        String name, String uid, List<String> groups, Map<String, List<String>> extra) {

    public static final String ANONYMOUS = "system:anonymous";
    public static final String GROUP_AUTHENTICATED = "system:authenticated";
    public static final String GROUP_UNAUTHENTICATED = "system:unauthenticated";
    public static final String GROUP_MASTERS = "system:masters";

    public UserInfo {
        groups = List.copyOf(groups);
        extra = Map.copyOf(extra);
    }

    public static UserInfo anonymous() {
        return new UserInfo(ANONYMOUS, "", List.of(GROUP_UNAUTHENTICATED), Map.of());
    }

    /** The server itself, whatever it does for others. */
    public static UserInfo apiServer() {
        return new UserInfo("system:apiserver", "", List.of(GROUP_MASTERS), Map.of());
    }

    /** The same in group system:authenticated, unless authentication set a group of that kind. */
    public UserInfo authenticated() {
        if (isIn(GROUP_AUTHENTICATED) || isIn(GROUP_UNAUTHENTICATED)) {
            return this;
        }
        List<String> more = new ArrayList<>(groups);
        more.add(GROUP_AUTHENTICATED);
        return new UserInfo(name, uid, more, extra);
    }

    public boolean isIn(String group) {
        return groups.contains(group);
    }
}
