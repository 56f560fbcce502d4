/** What the server counts and measures of itself, under the names that kube-apiserver uses. */
@NullMarked
package io.alcove.apiserver.metrics;

import org.jspecify.annotations.NullMarked;
