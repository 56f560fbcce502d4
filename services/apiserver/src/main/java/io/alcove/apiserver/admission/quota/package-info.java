/** What objects cost, and the plugin that charges ResourceQuotas for them. */
@NullMarked
package io.alcove.apiserver.admission.quota;

import org.jspecify.annotations.NullMarked;
