package io.alcove.apiserver.metrics;

/** All values of one name. */
interface Family {

    void writeTo(TextFormat text);
}
