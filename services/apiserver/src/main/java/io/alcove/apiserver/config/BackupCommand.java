package io.alcove.apiserver.config;

import io.alcove.apiserver.storage.etcd.EtcdBackup;
import io.alcove.apiserver.storage.sqlite.SqliteBackup;
import io.alcove.client.flag.Flag;
import io.alcove.client.flag.FlagException;
import io.alcove.client.flag.Flags;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * {@code backup} and {@code restore}, in place of a server: a copy of the store at one revision,
 * while servers run, and the way back.
 */
final class BackupCommand {

    private static final List<Flag> FLAGS =
            List.of(
                    new Flag("to", "", "file that backup writes"),
                    new Flag("from", "", "file that restore reads"));

    private BackupCommand() {}

    static boolean isAskedFor(List<String> arguments) {
        return !arguments.isEmpty() && List.of("backup", "restore").contains(arguments.getFirst());
    }

    /**
     * @return what to tell the caller
     */
    static String run(List<String> arguments, Map<String, String> environment) {
        String command = arguments.getFirst();
        Flags flags =
                Flags.parse(
                        "apiserver " + command,
                        Stream.concat(StoreOptions.FLAGS.stream(), FLAGS.stream()).toList(),
                        arguments.subList(1, arguments.size()),
                        environment);
        return command.equals("backup") ? backup(flags) : restore(flags);
    }

    private static String backup(Flags flags) {
        Path target = required(flags, "to");
        long revision =
                flags.isSet("etcd-servers")
                        ? EtcdBackup.write(StoreOptions.etcd(flags), target)
                        : SqliteBackup.write(required(flags, "data-dir"), target);
        return "backup of revision " + revision + " written to " + target;
    }

    private static String restore(Flags flags) {
        if (flags.isSet("etcd-servers")) {
            throw new FlagException(
                    "restore: a snapshot of etcd is restored by etcdutl snapshot restore"
                            + " --bump-revision 1000000000 --mark-compacted");
        }
        Path directory = required(flags, "data-dir");
        long revision = SqliteBackup.restore(required(flags, "from"), directory);
        return "restored into " + directory + ", which goes on after revision " + revision;
    }

    private static Path required(Flags flags, String name) {
        if (!flags.isSet(name)) {
            throw new FlagException("required flag not set: --" + name);
        }
        return flags.path(name);
    }
}
