package io.alcove.apiserver.kinds.pod;

import java.util.Set;

/** Which kernel parameters belong to a namespace of the kernel. */
final class Sysctls {

    private static final Set<String> IPC =
            Set.of(
                    "kernel.sem",
                    "kernel.shmall",
                    "kernel.shmmax",
                    "kernel.shmmni",
                    "kernel.shm_rmid_forced",
                    "kernel.shm",
                    "kernel.msgmax",
                    "kernel.msgmnb",
                    "kernel.msgmni",
                    "kernel.msg");

    private Sysctls() {}

    /** A name with dots between its parts, up to a wildcard, whichever way it was written. */
    static String dotted(String name) {
        int dot = name.indexOf('.');
        int slash = name.indexOf('/');
        String dotted = name;
        if (slash >= 0 && (dot < 0 || slash < dot)) {
            StringBuilder swapped = new StringBuilder(name);
            for (int i = 0; i < name.length(); i++) {
                char c = name.charAt(i);
                swapped.setCharAt(i, c == '/' ? '.' : c == '.' ? '/' : c);
            }
            dotted = swapped.toString();
        }
        int star = dotted.indexOf('*');
        return star < 0 ? dotted : dotted.substring(0, star);
    }

    static boolean isOfNetwork(String dotted) {
        return dotted.startsWith("net.");
    }

    static boolean isOfIpc(String dotted) {
        return IPC.contains(dotted) || dotted.startsWith("fs.mqueue.");
    }
}
