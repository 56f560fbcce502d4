package io.alcove.apiserver.config;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.alcove.apiserver.audit.Audit;
import io.alcove.apiserver.audit.AuditLog;
import io.alcove.apiserver.audit.AuditPolicy;
import io.alcove.apiserver.audit.PolicyReader;
import io.alcove.client.flag.Flag;
import io.alcove.client.flag.FlagException;
import io.alcove.client.flag.Flags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Audit as the flags ask for it: without a policy and somewhere to write nothing is told. */
public final class AuditOptions {

    static final List<Flag> FLAGS =
            List.of(
                    new Flag("audit-policy-file", "", "audit.k8s.io/v1 Policy"),
                    new Flag("audit-log-path", "", "file that events are appended to"),
                    new Flag("audit-log-format", "json", "json"),
                    new Flag("audit-log-maxsize", "0", "megabytes of a file; 0 for any"),
                    new Flag("audit-log-maxbackup", "0", "full files that stay; 0 for all"),
                    new Flag("audit-log-maxage", "0", "days that full files stay; 0 for ever"),
                    new Flag("audit-log-compress", "false", "compress full files"));

    private static final long MEGABYTE = 1024L * 1024;
    private static final ObjectMapper YAML = new YAMLMapper();

    private AuditOptions() {}

    static void check(Flags flags) {
        if (!flags.text("audit-log-format").equals("json")) {
            throw new FlagException(
                    "--audit-log-format "
                            + flags.text("audit-log-format")
                            + " is not built: the format is json");
        }
        for (String name :
                List.of("audit-log-maxsize", "audit-log-maxbackup", "audit-log-maxage")) {
            if (flags.number(name) < 0) {
                throw new FlagException(
                        "--" + name + " " + flags.number(name) + " can't be a negative number");
            }
        }
    }

    /**
     * @throws FlagException where the policy cannot be read
     */
    public static Audit build(ApiServerOptions options, Clock clock) throws IOException {
        Flags flags = options.flags();
        if (!flags.isSet("audit-policy-file") || !flags.isSet("audit-log-path")) {
            return Audit.none(clock);
        }
        AuditPolicy policy = policy(flags.path("audit-policy-file"));
        AuditLog log =
                new AuditLog(
                        flags.path("audit-log-path"),
                        new AuditLog.Limits(
                                flags.number("audit-log-maxsize") * MEGABYTE,
                                flags.number("audit-log-maxbackup"),
                                Duration.ofDays(flags.number("audit-log-maxage")),
                                flags.bool("audit-log-compress")),
                        clock);
        return new Audit(policy, log, clock);
    }

    private static AuditPolicy policy(Path file) {
        try {
            return PolicyReader.read(YAML.readTree(Files.readString(file)));
        } catch (IOException | IllegalArgumentException e) {
            throw new FlagException("loading audit policy file: " + e.getMessage());
        }
    }
}
