package io.alcove.apiserver.kinds.validation;

import io.alcove.apimachinery.names.LabelNames;
import java.util.Set;

/** What can be asked for, limited and counted, by its name ("cpu", "example.com/gpu"). */
public final class ResourceNames {

    private static final String HUGE_PAGES = "hugepages-";
    private static final Set<String> CONTAINER = Set.of("cpu", "memory", "ephemeral-storage");
    private static final Set<String> COUNTED =
            Set.of(
                    "pods",
                    "resourcequotas",
                    "services",
                    "replicationcontrollers",
                    "secrets",
                    "configmaps",
                    "persistentvolumeclaims",
                    "services.nodeports",
                    "services.loadbalancers");
    private static final Set<String> QUOTA =
            Set.of(
                    "cpu",
                    "memory",
                    "ephemeral-storage",
                    "requests.cpu",
                    "requests.memory",
                    "requests.storage",
                    "requests.ephemeral-storage",
                    "limits.cpu",
                    "limits.memory",
                    "limits.ephemeral-storage");

    private ResourceNames() {}

    public static boolean isHugePages(String name) {
        return name.startsWith(HUGE_PAGES);
    }

    /** "2Mi" of "hugepages-2Mi". */
    public static String pageSize(String name) {
        return name.substring(HUGE_PAGES.length());
    }

    public static boolean isNative(String name) {
        return name.indexOf('/') < 0 || name.contains("kubernetes.io/");
    }

    public static boolean isExtended(String name) {
        return !isNative(name)
                && !name.startsWith("requests.")
                && LabelNames.key("requests." + name).isEmpty();
    }

    public static boolean isOvercommitAllowed(String name) {
        return isNative(name) && !isHugePages(name);
    }

    /** Whether there are no parts of it. */
    public static boolean isCounted(String name) {
        return COUNTED.contains(name) || isExtended(name);
    }

    public static boolean isQuota(String name) {
        return QUOTA.contains(name)
                || COUNTED.contains(name)
                || isHugePages(name)
                || name.startsWith("requests." + HUGE_PAGES);
    }

    private static boolean isStandard(String name) {
        return isQuota(name) || name.equals("storage");
    }

    /** Whether the name, which is the last key of the path, is one. */
    public static boolean check(Inspection quantity) {
        return check(quantity, quantity.name());
    }

    private static boolean check(Inspection quantity, String name) {
        int before = quantity.causes().size();
        for (String problem : LabelNames.key(name)) {
            quantity.invalid(name, problem);
        }
        if (quantity.causes().size() > before) {
            return false;
        }
        if (name.indexOf('/') < 0 && !isStandard(name)) {
            quantity.invalid(name, "must be a standard resource type or fully qualified");
            return false;
        }
        return true;
    }

    public static void checkContainer(Inspection quantity) {
        checkContainer(quantity, quantity.name());
    }

    public static void checkContainer(Inspection quantity, String name) {
        check(quantity, name);
        if (name.indexOf('/') < 0) {
            if (!CONTAINER.contains(name) && !isHugePages(name)) {
                quantity.invalid(name, "must be a standard resource for containers");
            }
        } else if (!isNative(name) && !isExtended(name)) {
            quantity.invalid(name, "doesn't follow extended resource name standard");
        }
    }

    public static void checkQuota(Inspection quantity) {
        String name = quantity.name();
        check(quantity);
        if (name.indexOf('/') < 0 && !isQuota(name)) {
            quantity.invalid(name, "must be a standard resource for quota");
        }
    }
}
