package io.alcove.cel.syntax;

import java.util.ArrayList;
import java.util.List;

/** Where each node of an expression stands. Ids are given in the order of asking, from 1. */
public final class Positions {

    private final List<Location> byId = new ArrayList<>(List.of(Location.NONE));

    int next(Location location) {
        byId.add(location);
        return byId.size() - 1;
    }

    public Location of(int id) {
        return id >= 0 && id < byId.size() ? byId.get(id) : Location.NONE;
    }

    /** One more than the greatest id. */
    public int bound() {
        return byId.size();
    }
}
