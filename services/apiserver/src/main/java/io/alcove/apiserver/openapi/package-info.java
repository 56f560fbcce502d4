/** OpenAPI documents with the descriptions that the host has of the same types. */
@NullMarked
package io.alcove.apiserver.openapi;

import org.jspecify.annotations.NullMarked;
