package io.alcove.apiserver.pipeline;

/**
 * A document that access control has to say to clients, under a path of its own.
 *
 * @param cacheControl how long they may keep it
 */
public record PublishedDocument(
        String path, String mediaType, String cacheControl, byte[] content) {}
