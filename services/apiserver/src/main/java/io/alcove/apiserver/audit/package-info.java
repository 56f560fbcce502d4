/** Who asked for what and what came of it, as audit.k8s.io/v1 events by a policy. */
@NullMarked
package io.alcove.apiserver.audit;

import org.jspecify.annotations.NullMarked;
