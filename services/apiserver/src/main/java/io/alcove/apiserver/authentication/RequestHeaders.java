package io.alcove.apiserver.authentication;

import java.util.List;
import java.util.Set;

/** The headers of a request that may say who it is for. Names are compared without case. */
public interface RequestHeaders {

    RequestHeaders NONE =
            new RequestHeaders() {
                @Override
                public List<String> values(String name) {
                    return List.of();
                }

                @Override
                public Set<String> names() {
                    return Set.of();
                }
            };

    /** In the order in which they came. */
    List<String> values(String name);

    Set<String> names();
}
