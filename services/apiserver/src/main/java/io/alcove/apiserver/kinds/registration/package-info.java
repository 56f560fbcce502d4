/** The kinds of the group apiregistration.k8s.io. */
@NullMarked
package io.alcove.apiserver.kinds.registration;

import org.jspecify.annotations.NullMarked;
