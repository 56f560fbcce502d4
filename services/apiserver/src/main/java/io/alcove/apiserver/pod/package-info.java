/** What is asked of pods beside their own verbs: binding, eviction. */
@NullMarked
package io.alcove.apiserver.pod;

import org.jspecify.annotations.NullMarked;
