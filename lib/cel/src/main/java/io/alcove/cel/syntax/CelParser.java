package io.alcove.cel.syntax;

import io.alcove.cel.grammar.CELLexer;
import io.alcove.cel.grammar.CELParser;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;

/** Reads expressions. Immutable; one serves any number of threads. */
public final class CelParser {

    private static final int MAX_CODE_POINTS = 100_000;

    private final Map<String, Macro> macros = new HashMap<>();

    public CelParser(Collection<Macro> macros) {
        for (Macro macro : macros) {
            this.macros.put(macro.key(), macro);
        }
    }

    public Parsed parse(String expression) {
        Issues issues = new Issues(expression);
        Positions positions = new Positions();
        int size = expression.codePointCount(0, expression.length());
        if (size > MAX_CODE_POINTS) {
            issues.add(
                    Location.NONE,
                    "expression code point size exceeds limit: size: %d, limit %d"
                            .formatted(size, MAX_CODE_POINTS));
            return new Parsed(new Expr.Invalid(0), positions, issues);
        }
        return new Parsed(read(expression, positions, issues), positions, issues);
    }

    private Expr read(String expression, Positions positions, Issues issues) {
        SyntaxErrors errors = new SyntaxErrors(issues);
        CELLexer lexer = new CELLexer(CharStreams.fromString(expression));
        lexer.removeErrorListeners();
        lexer.addErrorListener(errors);
        CELParser parser = new CELParser(new CommonTokenStream(lexer));
        parser.removeErrorListeners();
        parser.addErrorListener(errors);
        parser.setErrorHandler(new BoundedRecovery());
        parser.addParseListener(new RecursionLimit());
        try {
            return new ExprBuilder(positions, issues, macros).build(parser.start().e);
        } catch (ParseLimitException e) {
            if (!e.reported()) {
                issues.add(Location.NONE, e.text());
            }
            return new Expr.Invalid(0);
        }
    }
}
