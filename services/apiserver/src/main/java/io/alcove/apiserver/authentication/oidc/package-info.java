/** Tokens of OpenID providers, and the file that names them. */
@NullMarked
package io.alcove.apiserver.authentication.oidc;

import org.jspecify.annotations.NullMarked;
