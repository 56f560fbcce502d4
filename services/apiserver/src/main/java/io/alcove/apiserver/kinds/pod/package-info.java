/**
 * What a pod may look like, by itself or as a template of others: one class for each part of it, in
 * the order and words of upstream.
 */
@NullMarked
package io.alcove.apiserver.kinds.pod;

import org.jspecify.annotations.NullMarked;
