package io.alcove.cel.syntax;

import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;

/** Goes on after a syntax error, but not for ever. */
final class BoundedRecovery extends DefaultErrorStrategy {

    private static final int MAX_ATTEMPTS = 30;

    private int attempts;

    @Override
    public void recover(Parser recognizer, RecognitionException e) {
        count(recognizer);
        super.recover(recognizer, e);
    }

    @Override
    public Token recoverInline(Parser recognizer) throws RecognitionException {
        count(recognizer);
        return super.recoverInline(recognizer);
    }

    private void count(Parser recognizer) {
        if (attempts++ == MAX_ATTEMPTS) {
            String message = "error recovery attempt limit exceeded: " + MAX_ATTEMPTS;
            recognizer.notifyErrorListeners(message);
            throw ParseLimitException.afterReport(message);
        }
    }
}
