/** The kinds of the group certificates.k8s.io. */
@NullMarked
package io.alcove.apiserver.kinds.certificates;

import org.jspecify.annotations.NullMarked;
