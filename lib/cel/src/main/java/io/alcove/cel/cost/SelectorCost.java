package io.alcove.cel.cost;

/** What it costs to read a selector of a length. */
public final class SelectorCost {

    /** The shortest requirement that can be repeated is two characters long. */
    private static final double REQUIREMENTS_PER_CHARACTER = 0.5;

    private static final double PER_REQUIREMENT = Factors.LIST + Factors.STRUCT;

    private SelectorCost() {}

    public static Range of(Range length) {
        return Range.exactly(Factors.LIST)
                .plus(length.times(Factors.STRING_TRAVERSAL))
                .plus(length.times(REQUIREMENTS_PER_CHARACTER).times(PER_REQUIREMENT));
    }
}
