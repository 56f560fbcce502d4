/** Makes the data files of a Kubernetes version from a live API server. */
@NullMarked
package io.alcove.cli.catalog;

import org.jspecify.annotations.NullMarked;
