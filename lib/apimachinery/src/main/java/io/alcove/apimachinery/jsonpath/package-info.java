/** The JSONPath of printer columns and kubectl. */
@NullMarked
package io.alcove.apimachinery.jsonpath;

import org.jspecify.annotations.NullMarked;
