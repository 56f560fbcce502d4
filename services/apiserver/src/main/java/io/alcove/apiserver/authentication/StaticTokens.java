package io.alcove.apiserver.authentication;

import io.alcove.apiserver.request.UserInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The tokens of --token-auth-file: token,user,uid,"group1,group2". Read once, as upstream does. */
public final class StaticTokens implements TokenAuthenticator {

    private static final int MIN_COLUMNS = 3;

    private final List<Entry> entries;
    private final List<String> audiences;

    private record Entry(byte[] token, UserInfo user) {}

    private StaticTokens(List<Entry> entries, List<String> audiences) {
        this.entries = List.copyOf(entries);
        this.audiences = List.copyOf(audiences);
    }

    /**
     * @param audiences what its tokens are for: the API's
     * @throws IOException where the file cannot be read, or a line lacks a column
     */
    public static StaticTokens read(Path file, List<String> audiences) throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (List<String> row : Csv.rows(Files.readString(file))) {
            if (row.size() < MIN_COLUMNS) {
                throw new IOException(
                        "token file '%s' must have at least 3 columns (token, user name, user uid), found %d"
                                .formatted(file, row.size()));
            }
            if (!row.getFirst().isEmpty()) {
                entries.add(new Entry(bytes(row.getFirst()), user(row)));
            }
        }
        return new StaticTokens(entries.reversed(), audiences);
    }

    @Override
    public TokenOutcome authenticate(String token, List<String> asked) {
        List<String> common = asked.stream().filter(audiences::contains).toList();
        if (common.isEmpty()) {
            return new TokenOutcome.Unknown();
        }
        byte[] presented = bytes(token);
        return entries.stream()
                .filter(entry -> MessageDigest.isEqual(entry.token(), presented))
                .findFirst()
                .<TokenOutcome>map(entry -> new TokenOutcome.Known(entry.user(), common))
                .orElseGet(TokenOutcome.Unknown::new);
    }

    private static UserInfo user(List<String> row) {
        List<String> groups =
                row.size() > MIN_COLUMNS ? List.of(row.get(MIN_COLUMNS).split(",")) : List.of();
        return new UserInfo(
                row.get(1),
                row.get(2),
                groups.stream().filter(group -> !group.isEmpty()).toList(),
                Map.of());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
