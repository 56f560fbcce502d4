/** Rules of webhook configurations and admission policies. */
@NullMarked
package io.alcove.apiserver.kinds.admission;

import org.jspecify.annotations.NullMarked;
