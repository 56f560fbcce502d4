/** Plugins that guard who signs certificates, and for whom. */
@NullMarked
package io.alcove.apiserver.admission.certificates;

import org.jspecify.annotations.NullMarked;
