package io.alcove.cel.syntax;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTreeListener;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Refuses expressions that nest any one rule too deep. */
final class RecursionLimit implements ParseTreeListener {

    private static final int MAX_DEPTH = 250;

    /** More than the grammar has rules. */
    private static final int RULES = 32;

    private final int[] depths = new int[RULES];

    @Override
    public void enterEveryRule(ParserRuleContext context) {
        if (++depths[context.getRuleIndex()] > MAX_DEPTH) {
            throw ParseLimitException.of("expression recursion limit exceeded: " + MAX_DEPTH);
        }
    }

    @Override
    public void exitEveryRule(ParserRuleContext context) {
        int rule = context.getRuleIndex();
        depths[rule] = Math.max(0, depths[rule] - 1);
    }

    @Override
    public void visitTerminal(TerminalNode node) {}

    @Override
    public void visitErrorNode(ErrorNode node) {}
}
