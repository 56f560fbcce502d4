package io.alcove.cel.syntax;

import java.util.List;

/** A chain of one logical operator as a balanced tree, so that long chains do not nest deep. */
record LogicTree(String function, List<Expr> terms, List<Integer> operators) {

    Expr build() {
        return terms.size() == 1 ? terms.getFirst() : between(0, operators.size() - 1);
    }

    private Expr between(int low, int high) {
        int middle = (low + high + 1) / 2;
        Expr left = middle == low ? terms.get(middle) : between(low, middle - 1);
        Expr right = middle == high ? terms.get(middle + 1) : between(middle + 1, high);
        return new Expr.Call(operators.get(middle), function, left, right);
    }
}
