package io.alcove.apiserver.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.request.UserInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaticTokensTest {

    private static final List<String> API = List.of("api");

    @TempDir Path directory;

    private record Case(String name, String file, String token, UserInfo user) {}

    @Test
    void readsUsersAndGroups() throws IOException {
        for (Case c :
                List.of(
                        new Case("plain", "t1,ann,u1", "t1", user("ann", "u1")),
                        new Case("one group", "t1,ann,u1,g1", "t1", user("ann", "u1", "g1")),
                        new Case(
                                "groups",
                                "t0,bob,u0\n\nt1, ann,u1,\"g1,g2\"",
                                "t1",
                                user("ann", "u1", "g1", "g2")),
                        new Case("quotes", "t1,\"a \"\"b\"\"\",u1", "t1", user("a \"b\"", "u1")),
                        new Case("last wins", "t1,ann,u1\nt1,bob,u2", "t1", user("bob", "u2")))) {
            assertThat(tokens(c.file()).authenticate(c.token(), API))
                    .as(c.name())
                    .isEqualTo(new TokenOutcome.Known(c.user(), API));
        }
    }

    @Test
    void refusesLinesThatLackAColumn() {
        assertThatThrownBy(() -> tokens("t1,ann")).hasMessageContaining("at least 3 columns");
    }

    @Test
    void refusesUnknownTokensThoughAnonymousRequestsAreLetIn() throws IOException {
        RequestAuthenticator all =
                new RequestAuthenticator(
                        List.of(new BearerTokens(List.of(tokens("t1,ann,u1")), API)),
                        () -> AnonymousAccess.EVERYWHERE);

        assertThat(all.authenticate(bearing("t1")).groups())
                .containsExactly(UserInfo.GROUP_AUTHENTICATED);
        assertThat(all.authenticate(new Credentials(List.of(), Optional.empty())))
                .isEqualTo(UserInfo.anonymous());
        assertThatThrownBy(() -> all.authenticate(bearing("t2")))
                .isInstanceOf(StatusException.class)
                .hasMessage("Unauthorized");
    }

    private static Credentials bearing(String token) {
        return new Credentials(List.of(), Optional.of(token));
    }

    private StaticTokens tokens(String file) throws IOException {
        return StaticTokens.read(Files.writeString(directory.resolve("tokens.csv"), file), API);
    }

    private static UserInfo user(String name, String uid, String... groups) {
        return new UserInfo(name, uid, List.of(groups), Map.of());
    }
}
