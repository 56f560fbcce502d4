package io.alcove.apimachinery.catalog;

/** What kube-apiserver does otherwise from some version on, and tells nobody. */
public enum Change {
    /** A Service's name may begin with a digit. */
    RELAXED_SERVICE_NAMES("1.36"),
    /** Autoscalers count the changes of what is wanted of them. */
    AUTOSCALER_GENERATIONS("1.37");

    private final int since;

    Change(String since) {
        this.since = minorOf(since);
    }

    boolean isIn(String version) {
        return minorOf(version) >= since;
    }

    private static int minorOf(String version) {
        return Integer.parseInt(version.substring(version.indexOf('.') + 1));
    }
}
