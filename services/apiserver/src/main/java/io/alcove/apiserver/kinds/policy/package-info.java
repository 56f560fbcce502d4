/** Disruption budgets and autoscalers. */
@NullMarked
package io.alcove.apiserver.kinds.policy;

import org.jspecify.annotations.NullMarked;
