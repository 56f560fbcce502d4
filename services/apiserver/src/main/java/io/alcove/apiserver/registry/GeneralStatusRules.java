package io.alcove.apiserver.registry;

/** Of the status of a kind that has no rules of its own for it. */
final class GeneralStatusRules implements UpdateRules {

    static final GeneralStatusRules INSTANCE = new GeneralStatusRules();

    private GeneralStatusRules() {}
}
