package io.alcove.apiserver.rule;

/** What the rules of one object may cost together. */
final class RuleBudget {

    static final long OF_OBJECT = 10_000_000;

    private long left = OF_OBJECT;

    long left() {
        return left;
    }

    boolean isSpent() {
        return left < 0;
    }

    /** False, and spent, where there is not so much left. */
    boolean pay(long cost) {
        if (cost > left) {
            left = -1;
            return false;
        }
        left -= cost;
        return true;
    }

    void end() {
        left = -1;
    }
}
