package io.alcove.apiserver.kinds.pod;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.names.Names;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.IpRules;
import java.util.ArrayList;
import java.util.List;

/** dnsConfig and hostAliases. */
final class DnsRules {

    private static final int MAX_SERVERS = 3;
    private static final int MAX_SEARCHES = 32;
    private static final int MAX_SEARCH_CHARS = 2048;

    private DnsRules() {}

    /**
     * @param isOnlySource dnsPolicy is None
     */
    static void check(Inspection config, boolean isOnlySource) {
        Inspection servers = config.field("nameservers");
        if (isOnlySource && !config.isPresent()) {
            config.missing("must provide `dnsConfig` when `dnsPolicy` is None");
            return;
        }
        if (isOnlySource && servers.size() == 0) {
            servers.missing("must provide at least one DNS nameserver when `dnsPolicy` is None");
            return;
        }
        if (servers.size() > MAX_SERVERS) {
            servers.invalid("must not have more than 3 nameservers");
        }
        servers.each(IpRules::legacyIp);
        searches(config.field("searches"));
        config.field("options")
                .each(
                        option -> {
                            if (!option.field("name").isGiven()) {
                                option.missing("must not be empty");
                            }
                        });
    }

    private static void searches(Inspection searches) {
        if (searches.size() == 0) {
            return;
        }
        if (searches.size() > MAX_SEARCHES) {
            searches.invalid("must not have more than 32 search paths");
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode search : searches.node()) {
            texts.add(search.asText(""));
        }
        if (String.join(" ", texts).length() > MAX_SEARCH_CHARS) {
            searches.invalid(
                    "must not have more than 2048 characters (including spaces) in the search list");
        }
        searches.each(
                search -> {
                    String text = search.text();
                    if (!text.equals(".")) {
                        String name =
                                text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
                        Names.dns1123SubdomainWithUnderscore(name)
                                .forEach(p -> search.invalid(name, p));
                    }
                });
    }

    static void hostAliases(Inspection aliases) {
        aliases.each(
                alias -> {
                    IpRules.legacyIp(alias.field("ip"));
                    alias.field("hostnames").each(h -> h.checked(Names::dns1123Subdomain));
                });
    }
}
