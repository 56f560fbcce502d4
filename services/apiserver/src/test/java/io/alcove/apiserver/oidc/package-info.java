@NullMarked
package io.alcove.apiserver.oidc;

import org.jspecify.annotations.NullMarked;
