package io.alcove.dns.forward;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which servers are asked. */
public final class Upstreams {

    private static final int PORT = 53;
    private static final int MAX_PORT = 65_535;

    /** As many as CoreDNS takes of a list. */
    private static final int MAX_SERVERS = 15;

    private static final Pattern FORM =
            Pattern.compile("\\[([^\\]]+)](?::(\\d{1,5}))?|([^:]+)(?::(\\d{1,5}))?|.+");
    private static final Pattern NAMESERVER = Pattern.compile("\\s*nameserver\\s+(\\S+).*");

    private Upstreams() {}

    /**
     * Servers as {@code address}, {@code address:port} or {@code [address]:port}.
     *
     * @throws IllegalArgumentException where one is none of these, or there are too many
     */
    public static List<Upstream> of(List<String> servers) {
        if (servers.size() > MAX_SERVERS) {
            throw new IllegalArgumentException("more than " + MAX_SERVERS + " servers");
        }
        return servers.stream().<Upstream>map(s -> new NetworkUpstream(address(s))).toList();
    }

    /**
     * The servers that a resolver's configuration names.
     *
     * @throws IOException where it cannot be read
     */
    public static List<Upstream> ofResolvConf(Path file) throws IOException {
        return of(
                Files.readAllLines(file).stream()
                        .map(NAMESERVER::matcher)
                        .filter(Matcher::matches)
                        .map(m -> bare(m.group(1)))
                        .limit(MAX_SERVERS)
                        .toList());
    }

    private static String bare(String address) {
        return address.indexOf(':') < 0 ? address : "[" + address + "]";
    }

    private static InetSocketAddress address(String server) {
        Matcher form = FORM.matcher(server);
        if (!form.matches()) {
            throw new IllegalArgumentException("not an address: " + server);
        }
        String host = first(form.group(1), form.group(3), server);
        String port = first(form.group(2), form.group(4), Integer.toString(PORT));
        int number = Integer.parseInt(port);
        try {
            if (number == 0 || number > MAX_PORT) {
                throw new IllegalArgumentException("not a port: " + server);
            }
            return new InetSocketAddress(InetAddress.ofLiteral(host), number);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not an address: " + server, e);
        }
    }

    private static String first(@Nullable String one, @Nullable String two, String three) {
        return one != null ? one : two != null ? two : three;
    }
}
