package io.alcove.apiserver.storage.encryption;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A KMS plugin of the configuration.
 *
 * @param socket the Unix socket that it listens on
 */
public record KmsOptions(String name, Path socket, Duration timeout) {}
