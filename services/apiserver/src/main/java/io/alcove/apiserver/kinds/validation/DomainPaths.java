package io.alcove.apiserver.kinds.validation;

import io.alcove.apimachinery.names.Names;
import java.util.regex.Pattern;

/** Names of software as a domain and a path ("example.com/controller"). */
public final class DomainPaths {

    private static final String HTTP_PATH = "[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+";
    private static final Pattern PATH = Pattern.compile(HTTP_PATH);

    private DomainPaths() {}

    public static void check(Inspection name) {
        String text = name.text();
        int slash = text.indexOf('/');
        if (text.isEmpty()) {
            name.missing();
        } else if (slash <= 0 || slash == text.length() - 1) {
            name.invalid("must be a domain-prefixed path (such as \"acme.io/foo\")");
        } else {
            String host = text.substring(0, slash);
            Names.dns1123Subdomain(host).forEach(problem -> name.invalid(host, problem));
            String path = text.substring(slash + 1);
            if (!PATH.matcher(path).matches()) {
                name.invalid(
                        path, "Invalid path (regex used for validation is '" + HTTP_PATH + "')");
            }
        }
    }
}
