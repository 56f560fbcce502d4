package io.alcove.apiserver.pod;

import io.alcove.apimachinery.object.ObjectName;

/** Which log is asked for, and how much of it; all of it checked. */
public record LogQuery(ObjectName pod, String container, PodLogOptions options) {}
