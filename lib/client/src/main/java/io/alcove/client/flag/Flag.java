package io.alcove.client.flag;

/**
 * One {@code --name=value} that a service takes.
 *
 * @param defaultValue in the same text form as on the command line; may be empty
 */
public record Flag(String name, String defaultValue, String help) {}
