package io.alcove.apiserver.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** A file that is there in full or not at all. */
public final class BackupFile {

    private BackupFile() {}

    /** Writes the copy. */
    public interface Copy {
        long into(Path partial) throws IOException;
    }

    /**
     * @return what the copy returned
     * @throws StoreException where the target exists, or cannot be written
     */
    public static long write(Path target, Copy copy) {
        if (Files.exists(target)) {
            throw new StoreException(target + " exists, and is not written over");
        }
        Path partial = target.resolveSibling(target.getFileName() + ".partial");
        try {
            Files.deleteIfExists(partial);
            long result = copy.into(partial);
            sync(partial);
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
            sync(Objects.requireNonNull(target.toAbsolutePath().getParent()));
            return result;
        } catch (IOException e) {
            throw new StoreException("backup " + target + " cannot be written", e);
        }
    }

    /** What was written to a file, or of the names in a directory, survives a power loss. */
    public static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
