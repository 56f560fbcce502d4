package io.alcove.client.flag;

/**
 * One {@code --name=value} or {@code --name value} that a service takes.
 *
 * @param defaultValue in the same text form as on the command line; may be empty
 */
public record Flag(String name, String defaultValue, String help) {

    /** A flag that is true or false; alone, without a value, it means true. */
    boolean isSwitch() {
        return defaultValue.equals("true") || defaultValue.equals("false");
    }
}
