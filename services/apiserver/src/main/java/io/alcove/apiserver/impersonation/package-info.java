@NullMarked
package io.alcove.apiserver.impersonation;

import org.jspecify.annotations.NullMarked;
