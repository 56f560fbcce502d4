package io.alcove.apiserver.linearizability;

import static org.assertj.core.api.Assertions.assertThat;

import io.alcove.apiserver.linearizability.Operation.Answer;
import io.alcove.apiserver.linearizability.Operation.Kind;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class LinearizabilityCheckerTest {

    record Case(String name, boolean linearizable, List<Operation> history) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Operation create(String value, Answer answer, long start, long end) {
        return new Operation(Kind.CREATE, "k", "", value, answer, "", 0, start, end);
    }

    private static Operation update(
            String expected, String value, Answer answer, long start, long end) {
        return new Operation(Kind.UPDATE, "k", expected, value, answer, "", 0, start, end);
    }

    private static Operation read(String value, long start, long end) {
        return new Operation(Kind.READ, "k", "", "", Answer.DONE, value, 0, start, end);
    }

    static List<Case> cases() {
        return List.of(
                new Case(
                        "a read after a write sees it",
                        true,
                        List.of(create("a", Answer.DONE, 1, 2), read("a", 3, 4))),
                new Case(
                        "a read after a write misses it",
                        false,
                        List.of(create("a", Answer.DONE, 1, 2), read("", 3, 4))),
                new Case(
                        "a read beside a write may miss it",
                        true,
                        List.of(create("a", Answer.DONE, 1, 5), read("", 2, 3), read("a", 3, 4))),
                new Case(
                        "a read goes back",
                        false,
                        List.of(create("a", Answer.DONE, 1, 9), read("a", 2, 3), read("", 4, 5))),
                new Case(
                        "two updates of one state succeed",
                        false,
                        List.of(
                                create("a", Answer.DONE, 1, 2),
                                update("a", "b", Answer.DONE, 3, 9),
                                update("a", "c", Answer.DONE, 3, 9))),
                new Case(
                        "one of two updates of one state is refused",
                        true,
                        List.of(
                                create("a", Answer.DONE, 1, 2),
                                update("a", "b", Answer.CONFLICT, 3, 9),
                                update("a", "c", Answer.DONE, 3, 9))),
                new Case(
                        "an update is refused for no reason",
                        false,
                        List.of(
                                create("a", Answer.DONE, 1, 2),
                                update("a", "b", Answer.CONFLICT, 3, 9))),
                new Case(
                        "a write without an answer happened",
                        true,
                        List.of(
                                create("a", Answer.UNKNOWN, 1, Long.MAX_VALUE),
                                read("", 2, 3),
                                read("a", 4, 5))),
                new Case(
                        "a write without an answer never happened",
                        true,
                        List.of(create("a", Answer.UNKNOWN, 1, Long.MAX_VALUE), read("", 2, 3))),
                new Case(
                        "a value comes from nowhere",
                        false,
                        List.of(create("a", Answer.DONE, 1, 2), read("b", 3, 4))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void tellsWhetherAnOrderExplainsTheAnswers(Case history) {
        assertThat(LinearizabilityChecker.check(history.history()).isEmpty())
                .isEqualTo(history.linearizable());
    }
}
