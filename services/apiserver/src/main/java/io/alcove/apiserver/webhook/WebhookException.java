package io.alcove.apiserver.webhook;

/** A webhook that gave no answer which can be used. Its message holds nothing of what was sent. */
public final class WebhookException extends Exception {

    private static final long serialVersionUID = 1;

    public WebhookException(String message) {
        super(message);
    }
}
