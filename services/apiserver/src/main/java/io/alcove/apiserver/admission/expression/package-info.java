@NullMarked
package io.alcove.apiserver.admission.expression;

import org.jspecify.annotations.NullMarked;
