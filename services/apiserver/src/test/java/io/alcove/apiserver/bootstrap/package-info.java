@NullMarked
package io.alcove.apiserver.bootstrap;

import org.jspecify.annotations.NullMarked;
