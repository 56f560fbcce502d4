/** Which plugins of kube-apiserver exist, which run, and how they are made. */
@NullMarked
package io.alcove.apiserver.admission.builtin;

import org.jspecify.annotations.NullMarked;
