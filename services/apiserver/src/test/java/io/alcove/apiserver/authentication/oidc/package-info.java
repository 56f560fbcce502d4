@NullMarked
package io.alcove.apiserver.authentication.oidc;

import org.jspecify.annotations.NullMarked;
