package io.alcove.conformance;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What kubectl printed, without what two clusters cannot have in common. */
final class NormalText {

    /** What generated names and hashes are made of. */
    private static final String LETTERS = "[bcdfghjklmnpqrstvwxz2456789]";

    private static final Map<Pattern, String> OWN = new LinkedHashMap<>();

    static {
        put("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "<uid>");
        put("-" + LETTERS + "{8,10}-" + LETTERS + "{5}\\b", "-<hash>-<suffix>");
        put("(web|second)-" + LETTERS + "{8,10}\\b", "$1-<hash>");
        put("(pod-template-hash[=:] ?\"?)" + LETTERS + "{8,10}", "$1<hash>");
        put("(once|manual|web)-" + LETTERS + "{5}\\b", "$1-<suffix>");
        put("\\b10\\.96\\.\\d+\\.\\d+\\b", "<cluster IP>");
        put("127\\.0\\.0\\.1:\\d+", "<server>");
        put("\\b3[0-2]\\d{3}\\b", "<node port>");
        put("20\\d\\d-\\d\\d-\\d\\d[T ][0-9:.]+( \\+0000|Z)?( UTC)?", "<time>");
        put("(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d+ \\w+ 20\\d\\d [0-9:]+ [+]0000", "<time>");
        put("(resourceVersion\"?: \"?)\\d+", "$1<revision>");
        put("(certificate-authority|client-certificate|client-key): .*", "$1: <file>");
        put("/tmp/[A-Za-z0-9./_-]+", "<file>");
        put("\\b(\\d+d)?(\\d+h)?(\\d+m)?\\d+(\\.\\d+)?[smh]\\b", "<age>");
        put("<invalid>|<unknown>", "<age>");
        put("\\b\\d+ms\\b", "<age>");
        put("kube-api-access-" + LETTERS + "{5}", "kube-api-access-<suffix>");
        put("X509SHA256=[0-9a-f]{64}", "<credential>");
        put("kubernetes-admin", "admin");
        put(" +", " ");
        put("-{4,}", "----");
        put("(?m) $", "");
    }

    private NormalText() {}

    static String of(String text) {
        String normal = text;
        for (Map.Entry<Pattern, String> own : OWN.entrySet()) {
            normal = own.getKey().matcher(normal).replaceAll(own.getValue());
        }
        return normal;
    }

    private static void put(String pattern, String replacement) {
        OWN.put(Pattern.compile(pattern), replacement);
    }
}
