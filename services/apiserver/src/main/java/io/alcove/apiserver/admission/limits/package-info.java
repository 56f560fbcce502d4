/** Amounts of resources, and the plugin that holds pods and claims to LimitRanges. */
@NullMarked
package io.alcove.apiserver.admission.limits;

import org.jspecify.annotations.NullMarked;
