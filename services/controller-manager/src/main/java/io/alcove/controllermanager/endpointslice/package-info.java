/** Says in EndpointSlices which pods stand behind a Service. */
@NullMarked
package io.alcove.controllermanager.endpointslice;

import org.jspecify.annotations.NullMarked;
