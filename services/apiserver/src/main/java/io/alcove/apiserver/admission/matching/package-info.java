@NullMarked
package io.alcove.apiserver.admission.matching;

import org.jspecify.annotations.NullMarked;
