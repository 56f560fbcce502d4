@NullMarked
package io.alcove.apiserver.tls;

import org.jspecify.annotations.NullMarked;
