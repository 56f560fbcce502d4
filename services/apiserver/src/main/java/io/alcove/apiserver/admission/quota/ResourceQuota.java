package io.alcove.apiserver.admission.quota;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.admission.AdmissionPlugin;
import io.alcove.apiserver.admission.AdmissionRequest;
import io.alcove.apiserver.admission.AdmissionRequest.Operation;
import io.alcove.apiserver.admission.ClusterObjects;
import io.alcove.apiserver.admission.ClusterWrites;
import io.alcove.apiserver.admission.quota.NamespaceQueue.Waiter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Charges the quotas of a namespace for what is made in it, before it is made. What is deleted, or
 * failed to be made, a controller takes off again.
 */
public final class ResourceQuota implements AdmissionPlugin {

    public static final String NAME = "ResourceQuota";

    private static final GroupResource QUOTAS = new GroupResource("", "resourcequotas");

    /** As often as upstream charges again after another writer changed a quota. */
    private static final int ATTEMPTS = 4;

    /** Namespaces share these; those that do wait for each other. */
    private static final int QUEUES = 256;

    private final ClusterObjects objects;
    private final ClusterWrites writes;
    private final Evaluators evaluators;
    private final List<LimitedResource> limited;
    private final List<NamespaceQueue> queues =
            IntStream.range(0, QUEUES).mapToObj(_ -> new NamespaceQueue()).toList();

    /**
     * @param configuration a resourcequota Configuration, or a missing node
     */
    public ResourceQuota(
            ClusterObjects objects,
            ClusterWrites writes,
            InstantSource clock,
            JsonNode configuration) {
        this.objects = objects;
        this.writes = writes;
        this.evaluators = new Evaluators(clock);
        this.limited = LimitedResource.of(configuration);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Operation> operations() {
        return Set.of(Operation.CREATE, Operation.UPDATE);
    }

    @Override
    public void validate(AdmissionRequest request) {
        String namespace = request.namespace();
        if (namespace.isEmpty()) {
            return;
        }
        Optional<Evaluator> evaluator =
                evaluators.of(request.resource()).filter(each -> each.handles(request));
        if (evaluator.isEmpty() || (limited.isEmpty() && quotas(namespace).isEmpty())) {
            return;
        }
        queues.get(Math.floorMod(namespace.hashCode(), QUEUES))
                .charge(
                        namespace,
                        new QuotaCheck(request, evaluator.get(), limited),
                        request.dryRun(),
                        this::charge);
    }

    private List<Quota> quotas(String namespace) {
        return objects.list(QUOTAS, namespace).stream().map(Quota::of).toList();
    }

    /** Each waiter sees what those before it use; all is written at once. */
    private void charge(String namespace, List<Waiter> waiters) {
        List<Quota> quotas = quotas(namespace);
        for (int attempt = 1; ; attempt++) {
            List<Quota> charged = chargeInMemory(quotas, waiters);
            Set<String> failed = write(quotas, charged, attempt == ATTEMPTS);
            if (failed.isEmpty()) {
                return;
            }
            quotas = quotas(namespace).stream().filter(q -> failed.contains(q.name())).toList();
        }
    }

    private static List<Quota> chargeInMemory(List<Quota> quotas, List<Waiter> waiters) {
        List<Quota> present = quotas;
        for (Waiter waiter : waiters) {
            if (waiter.verdict().isDone()) {
                continue;
            }
            try {
                List<Quota> charged = waiter.check().charge(present);
                present = waiter.dryRun() ? present : charged;
            } catch (StatusException e) {
                waiter.refuse(e);
            }
        }
        return present;
    }

    /** The names of the quotas that others changed meanwhile. */
    private Set<String> write(List<Quota> before, List<Quota> after, boolean last) {
        List<Quota> changed = new ArrayList<>(after);
        changed.removeAll(before);
        return changed.stream()
                .filter(quota -> !isWritten(quota, last))
                .map(Quota::name)
                .collect(Collectors.toSet());
    }

    private boolean isWritten(Quota quota, boolean last) {
        try {
            writes.updateStatus(quota.toObject());
            return true;
        } catch (StatusException e) {
            if (last) {
                throw e;
            }
            return false;
        }
    }
}
