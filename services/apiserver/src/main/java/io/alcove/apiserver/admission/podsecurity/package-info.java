/**
 * The Pod Security Standards: levels, their checks by version, and the plugin that holds pods to
 * them.
 */
@NullMarked
package io.alcove.apiserver.admission.podsecurity;

import org.jspecify.annotations.NullMarked;
