@NullMarked
package io.alcove.testing.apiserver;

import org.jspecify.annotations.NullMarked;
