package io.alcove.testing.apiserver;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupResource;
import org.jspecify.annotations.Nullable;

/** One write: what was there before it, and after it. */
record Change(
        long revision,
        GroupResource resource,
        @Nullable ApiObject before,
        @Nullable ApiObject after) {}
