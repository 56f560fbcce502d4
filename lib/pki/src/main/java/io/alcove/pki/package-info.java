@NullMarked
package io.alcove.pki;

import org.jspecify.annotations.NullMarked;
