package io.alcove.cel.syntax;

import io.alcove.cel.grammar.CELParser.BoolFalseContext;
import io.alcove.cel.grammar.CELParser.BoolTrueContext;
import io.alcove.cel.grammar.CELParser.BytesContext;
import io.alcove.cel.grammar.CELParser.DoubleContext;
import io.alcove.cel.grammar.CELParser.IntContext;
import io.alcove.cel.grammar.CELParser.NullContext;
import io.alcove.cel.grammar.CELParser.StringContext;
import io.alcove.cel.grammar.CELParser.UintContext;
import io.alcove.cel.value.ByteString;
import io.alcove.cel.value.NullValue;
import io.alcove.cel.value.UnsignedLong;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;

/** Makes constants. */
final class LiteralBuilder {

    private final ExprBuilder nodes;

    LiteralBuilder(ExprBuilder nodes) {
        this.nodes = nodes;
    }

    Expr of(ParseTree node) {
        return switch (node) {
            case IntContext c -> integer(c);
            case UintContext c -> unsigned(c);
            case DoubleContext c -> real(c);
            case StringContext c -> string(c);
            case BytesContext c -> bytes(c);
            case BoolTrueContext c -> constant(c, true);
            case BoolFalseContext c -> constant(c, false);
            case NullContext c -> constant(c, NullValue.NULL);
            default -> nodes.hole();
        };
    }

    private Expr constant(ParserRuleContext context, Object value) {
        return new Expr.Literal(nodes.id(context), value);
    }

    private static String signed(@Nullable Token sign, String digits) {
        return sign == null ? digits : sign.getText() + digits;
    }

    private Expr integer(IntContext c) {
        String text = c.tok.getText();
        boolean hex = text.startsWith("0x");
        String digits = signed(c.sign, hex ? text.substring(2) : text);
        try {
            return constant(c, Long.parseLong(digits, hex ? 16 : 10));
        } catch (NumberFormatException e) {
            return nodes.report(nodes.id(c), "invalid int literal");
        }
    }

    private Expr unsigned(UintContext c) {
        String text = c.tok.getText();
        String digits = text.substring(0, text.length() - 1);
        boolean hex = digits.startsWith("0x");
        try {
            return constant(
                    c,
                    new UnsignedLong(
                            Long.parseUnsignedLong(
                                    hex ? digits.substring(2) : digits, hex ? 16 : 10)));
        } catch (NumberFormatException e) {
            return nodes.report(nodes.id(c), "invalid uint literal");
        }
    }

    private Expr real(DoubleContext c) {
        double value = Double.parseDouble(signed(c.sign, c.tok.getText()));
        return Double.isInfinite(value)
                ? nodes.report(nodes.id(c), "invalid double literal")
                : constant(c, value);
    }

    private Expr string(StringContext c) {
        try {
            return constant(c, StringLiteral.string(c.tok.getText()));
        } catch (SyntaxException e) {
            return nodes.report(nodes.id(c), e.text());
        }
    }

    private Expr bytes(BytesContext c) {
        try {
            return constant(c, ByteString.of(StringLiteral.bytes(c.tok.getText().substring(1))));
        } catch (SyntaxException e) {
            return nodes.report(nodes.id(c), e.text());
        }
    }
}
