/**
 * What differs from one Kubernetes version to the next, as data. A version's file holds what is not
 * the same as in the version before it, so that all of them together are little more than one.
 */
@NullMarked
package io.alcove.apimachinery.facts;

import org.jspecify.annotations.NullMarked;
