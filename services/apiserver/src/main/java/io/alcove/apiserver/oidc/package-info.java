/** Tokens of OpenID providers, and the file that names them. */
@NullMarked
package io.alcove.apiserver.oidc;

import org.jspecify.annotations.NullMarked;
