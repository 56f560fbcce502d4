package io.alcove.controllermanager.controller;

/** One of an object's status.conditions, without its times. */
public record Condition(String type, boolean status, String reason, String message) {

    public String statusWord() {
        return status ? "True" : "False";
    }
}
