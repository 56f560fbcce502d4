package io.alcove.syncer.translation;

import io.alcove.apimachinery.object.ObjectName;

/**
 * One object's mention of another.
 *
 * @param kind the kind of the mentioned object, of the core group
 */
public record Reference(String kind, ObjectName name) {}
