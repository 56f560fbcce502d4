package io.alcove.apiserver.impersonation;

import java.util.List;

/** The sorts of users for which there are rights to impersonate. */
enum Sort {
    USER_INFO("user-info"),
    SERVICE_ACCOUNT("serviceaccount"),
    NODE("arbitrary-node");

    static final String SERVICE_ACCOUNT_PREFIX = "system:serviceaccount:";
    static final String NODE_PREFIX = "system:node:";

    private final String word;

    Sort(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    static Sort of(String user) {
        if (user.startsWith(NODE_PREFIX) && user.length() > NODE_PREFIX.length()) {
            return NODE;
        }
        return isServiceAccount(user) ? SERVICE_ACCOUNT : USER_INFO;
    }

    static boolean isServiceAccount(String user) {
        if (!user.startsWith(SERVICE_ACCOUNT_PREFIX)) {
            return false;
        }
        String[] parts = user.substring(SERVICE_ACCOUNT_PREFIX.length()).split(":", -1);
        return parts.length == 2 && !parts[0].isEmpty() && !parts[1].isEmpty();
    }

    /**
     * The groups that go with a user's name.
     *
     * @param node whether a node's group goes with its name
     */
    static List<String> groupsOf(String user, boolean node) {
        if (node) {
            return List.of("system:nodes");
        }
        if (!isServiceAccount(user)) {
            return List.of();
        }
        String namespace = user.substring(SERVICE_ACCOUNT_PREFIX.length()).split(":", -1)[0];
        return List.of("system:serviceaccounts", "system:serviceaccounts:" + namespace);
    }
}
