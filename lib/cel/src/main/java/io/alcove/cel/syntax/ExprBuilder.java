package io.alcove.cel.syntax;

import io.alcove.cel.grammar.CELParser.CalcContext;
import io.alcove.cel.grammar.CELParser.ConditionalAndContext;
import io.alcove.cel.grammar.CELParser.ConditionalOrContext;
import io.alcove.cel.grammar.CELParser.ConstantLiteralContext;
import io.alcove.cel.grammar.CELParser.CreateListContext;
import io.alcove.cel.grammar.CELParser.CreateMessageContext;
import io.alcove.cel.grammar.CELParser.CreateStructContext;
import io.alcove.cel.grammar.CELParser.EscapeIdentContext;
import io.alcove.cel.grammar.CELParser.EscapedIdentifierContext;
import io.alcove.cel.grammar.CELParser.ExprContext;
import io.alcove.cel.grammar.CELParser.ExprListContext;
import io.alcove.cel.grammar.CELParser.FieldInitializerListContext;
import io.alcove.cel.grammar.CELParser.GlobalCallContext;
import io.alcove.cel.grammar.CELParser.IdentContext;
import io.alcove.cel.grammar.CELParser.IndexContext;
import io.alcove.cel.grammar.CELParser.ListInitContext;
import io.alcove.cel.grammar.CELParser.LogicalNotContext;
import io.alcove.cel.grammar.CELParser.MapInitializerListContext;
import io.alcove.cel.grammar.CELParser.MemberCallContext;
import io.alcove.cel.grammar.CELParser.MemberExprContext;
import io.alcove.cel.grammar.CELParser.NegateContext;
import io.alcove.cel.grammar.CELParser.NestedContext;
import io.alcove.cel.grammar.CELParser.OptExprContext;
import io.alcove.cel.grammar.CELParser.PrimaryExprContext;
import io.alcove.cel.grammar.CELParser.RelationContext;
import io.alcove.cel.grammar.CELParser.SelectContext;
import io.alcove.cel.grammar.CELParser.SimpleIdentifierContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;

/**
 * Makes nodes of what the grammar recognized, and expands macros. After a syntax error the tree has
 * holes: they become invalid nodes.
 */
final class ExprBuilder {

    /** Words that are fields, but no names of variables or functions. */
    private static final Set<String> RESERVED =
            Set.of(
                    "as",
                    "break",
                    "const",
                    "continue",
                    "else",
                    "false",
                    "for",
                    "function",
                    "if",
                    "import",
                    "in",
                    "let",
                    "loop",
                    "package",
                    "namespace",
                    "null",
                    "return",
                    "true",
                    "var",
                    "void",
                    "while");

    private static final int MAX_DEPTH = 250;

    private final Positions positions;
    private final Issues issues;
    private final Map<String, Macro> macros;
    private final LiteralBuilder literals;
    private int depth;

    ExprBuilder(Positions positions, Issues issues, Map<String, Macro> macros) {
        this.positions = positions;
        this.issues = issues;
        this.macros = macros;
        this.literals = new LiteralBuilder(this);
    }

    Expr build(@Nullable ParseTree tree) {
        if (++depth > MAX_DEPTH) {
            throw ParseLimitException.of("max recursion depth exceeded");
        }
        try {
            return node(tree);
        } finally {
            depth--;
        }
    }

    private Expr node(@Nullable ParseTree tree) {
        ParseTree node = tree;
        while (node != null) {
            switch (node) {
                case ExprContext c when c.op == null -> node = c.e;
                case ConditionalOrContext c when c.ops.isEmpty() -> node = c.e;
                case ConditionalAndContext c when c.ops.isEmpty() -> node = c.e;
                case RelationContext c when c.op == null -> node = c.calc();
                case CalcContext c when c.op == null -> node = c.unary();
                case MemberExprContext c -> node = c.member();
                case PrimaryExprContext c -> node = c.primary();
                case NestedContext c -> node = c.e;
                case ConstantLiteralContext c -> node = c.literal();
                default -> {
                    return compound(node);
                }
            }
        }
        return hole();
    }

    private Expr compound(ParseTree node) {
        return switch (node) {
            case ExprContext c -> conditional(c);
            case ConditionalOrContext c -> logic(Operators.OR, c.e, c.ops, c.e1);
            case ConditionalAndContext c -> logic(Operators.AND, c.e, c.ops, c.e1);
            case RelationContext c -> binary(c.op, c.relation(0), c.relation(1));
            case CalcContext c -> binary(c.op, c.calc(0), c.calc(1));
            case LogicalNotContext c -> unary(Operators.NOT, c.ops, c.member());
            case NegateContext c -> unary(Operators.NEGATE, c.ops, c.member());
            case SelectContext c -> select(c);
            case MemberCallContext c -> memberCall(c);
            case IndexContext c -> index(c);
            case IdentContext c -> ident(c);
            case GlobalCallContext c -> globalCall(c);
            case CreateListContext c -> list(c);
            case CreateStructContext c -> map(c);
            case CreateMessageContext c -> struct(c);
            default -> literals.of(node);
        };
    }

    Expr hole() {
        if (issues.isEmpty()) {
            issues.add(Location.NONE, "unknown parse element encountered: <<nil>>");
        }
        return new Expr.Invalid(positions.next(Location.NONE));
    }

    static Location location(Token token) {
        return new Location(token.getLine(), token.getCharPositionInLine());
    }

    int id(@Nullable Token token) {
        return positions.next(token == null ? Location.NONE : location(token));
    }

    int id(ParserRuleContext context) {
        return id(context.getStart());
    }

    Expr report(int id, String message) {
        issues.add(positions.of(id), message);
        return new Expr.Invalid(id);
    }

    private Expr conditional(ExprContext c) {
        Expr condition = build(c.e);
        int id = id(c.op);
        return new Expr.Call(id, Operators.CONDITIONAL, condition, build(c.e1), build(c.e2));
    }

    private Expr logic(
            String function,
            @Nullable ParseTree first,
            List<Token> operators,
            List<? extends ParseTree> rest) {
        List<Expr> terms = new ArrayList<>(List.of(build(first)));
        List<Integer> ids = new ArrayList<>();
        for (int i = 0; i < operators.size(); i++) {
            if (i >= rest.size()) {
                return hole();
            }
            terms.add(build(rest.get(i)));
            ids.add(id(operators.get(i)));
        }
        return new LogicTree(function, terms, ids).build();
    }

    private Expr binary(Token op, @Nullable ParseTree left, @Nullable ParseTree right) {
        Expr first = build(left);
        int id = id(op);
        return new Expr.Call(id, Operators.binary(op.getText()), first, build(right));
    }

    private Expr unary(String function, List<Token> operators, @Nullable ParseTree operand) {
        if (operators.size() % 2 == 0) {
            return build(operand);
        }
        int id = id(operators.getFirst());
        return new Expr.Call(id, function, build(operand));
    }

    private Expr select(SelectContext c) {
        Expr operand = build(c.member());
        if (c.id == null || c.op == null) {
            return hole();
        }
        String field = field(c.id);
        if (c.opt == null) {
            return new Expr.Select(id(c.op), operand, field, false);
        }
        int id = id(c.op);
        return new Expr.Call(
                id, Operators.OPTIONAL_SELECT, operand, new Expr.Literal(id(c.id), field));
    }

    private String field(EscapeIdentContext c) {
        return switch (c) {
            case SimpleIdentifierContext simple -> simple.id.getText();
            case EscapedIdentifierContext escaped -> {
                report(id(escaped), "unsupported syntax: '`'");
                yield escaped.id.getText();
            }
            default -> {
                report(id(c), "unsupported ident kind");
                yield "";
            }
        };
    }

    private Expr memberCall(MemberCallContext c) {
        Expr target = build(c.member());
        if (c.id == null) {
            return hole();
        }
        int id = id(c.open);
        return call(id, target, c.id.getText(), arguments(c.args));
    }

    private Expr index(IndexContext c) {
        Expr target = build(c.member());
        if (c.op == null) {
            return hole();
        }
        int id = id(c.op);
        String operator = c.opt == null ? Operators.INDEX : Operators.OPTIONAL_INDEX;
        return new Expr.Call(id, operator, target, build(c.index));
    }

    private Expr ident(IdentContext c) {
        if (c.id == null) {
            return hole();
        }
        if (RESERVED.contains(c.id.getText())) {
            return report(id(c), "reserved identifier: " + c.id.getText());
        }
        return new Expr.Ident(id(c.id), named(c.leadingDot, c.id));
    }

    private Expr globalCall(GlobalCallContext c) {
        if (c.id == null) {
            return hole();
        }
        if (RESERVED.contains(c.id.getText())) {
            return report(id(c), "reserved identifier: " + c.id.getText());
        }
        int id = id(c.op);
        return call(id, null, named(c.leadingDot, c.id), arguments(c.args));
    }

    private static String named(@Nullable Token dot, Token name) {
        return dot == null ? name.getText() : "." + name.getText();
    }

    private List<Expr> arguments(@Nullable ExprListContext c) {
        List<Expr> arguments = new ArrayList<>();
        if (c != null) {
            for (ExprContext argument : c.e) {
                arguments.add(build(argument));
            }
        }
        return arguments;
    }

    /** A call, or what the macro of that name makes of it. */
    private Expr call(int id, @Nullable Expr target, String function, List<Expr> arguments) {
        Macro macro = macros.get(Macro.key(function, target != null, arguments.size()));
        if (macro == null) {
            return new Expr.Call(id, target, function, List.copyOf(arguments));
        }
        try {
            Expr expanded =
                    macro.expander()
                            .expand(new MacroNodes(positions, positions.of(id)), target, arguments);
            return expanded == null
                    ? new Expr.Call(id, target, function, List.copyOf(arguments))
                    : expanded;
        } catch (MacroException e) {
            return report(positions.next(positions.of(e.at().id())), e.text());
        }
    }

    private Expr list(CreateListContext c) {
        int id = id(c.op);
        List<Expr> elements = new ArrayList<>();
        List<Integer> optionals = new ArrayList<>();
        ListInitContext all = c.elems;
        if (all != null) {
            for (OptExprContext element : all.elems) {
                if (element.opt != null) {
                    optionals.add(elements.size());
                }
                elements.add(build(element.e));
            }
        }
        return new Expr.ListLiteral(id, elements, optionals);
    }

    private Expr map(CreateStructContext c) {
        int id = id(c.op);
        List<Expr.MapEntry> entries = new ArrayList<>();
        MapInitializerListContext all = c.entries;
        for (int i = 0; all != null && i < all.cols.size(); i++) {
            int entry = id(all.cols.get(i));
            if (i >= all.keys.size() || i >= all.values.size()) {
                break;
            }
            OptExprContext key = all.keys.get(i);
            Expr built = build(key.e);
            entries.add(new Expr.MapEntry(entry, built, build(all.values.get(i)), key.opt != null));
        }
        return new Expr.MapLiteral(id, entries);
    }

    private Expr struct(CreateMessageContext c) {
        String name = c.ids.stream().map(Token::getText).collect(Collectors.joining("."));
        int id = id(c.op);
        List<Expr.StructField> fields = new ArrayList<>();
        FieldInitializerListContext all = c.entries;
        for (int i = 0; all != null && i < all.fields.size(); i++) {
            if (i >= all.cols.size() || i >= all.values.size()) {
                break;
            }
            int field = id(all.cols.get(i));
            EscapeIdentContext ident = all.fields.get(i).escapeIdent();
            String named = ident == null ? "" : field(ident);
            fields.add(
                    new Expr.StructField(
                            field, named, build(all.values.get(i)), all.fields.get(i).opt != null));
        }
        return new Expr.StructLiteral(id, c.leadingDot == null ? name : "." + name, fields);
    }
}
