@NullMarked
package io.alcove.apiserver.pod;

import org.jspecify.annotations.NullMarked;
