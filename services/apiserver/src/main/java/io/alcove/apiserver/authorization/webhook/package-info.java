/** Mode Webhook: a server elsewhere decides. */
@NullMarked
package io.alcove.apiserver.authorization.webhook;

import org.jspecify.annotations.NullMarked;
