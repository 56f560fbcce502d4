/** Classes, drivers and attachments of volumes. */
@NullMarked
package io.alcove.apiserver.kinds.storage;

import org.jspecify.annotations.NullMarked;
