@NullMarked
package io.alcove.apiserver.admission;

import org.jspecify.annotations.NullMarked;
