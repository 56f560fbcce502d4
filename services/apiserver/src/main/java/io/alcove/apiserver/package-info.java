@NullMarked
package io.alcove.apiserver;

import org.jspecify.annotations.NullMarked;
