package io.alcove.apiserver.customresource;

import io.alcove.apimachinery.json.ObjectMetaReader;
import io.alcove.apimachinery.schema.SchemaLibrary;

/**
 * What custom resources are served with.
 *
 * @param library the built-in schemas
 */
record CustomResourceParts(
        SchemaLibrary library, ObjectMetaReader metadata, VersionConverters converters) {}
