package io.alcove.controllermanager.service;

import io.alcove.apimachinery.catalog.Catalog;
import io.alcove.client.flag.FlagException;
import io.alcove.client.flag.Flags;
import io.alcove.controllermanager.clusterrole.ClusterRoleAggregation;
import io.alcove.controllermanager.controller.Controller;
import io.alcove.controllermanager.controller.ControllerContext;
import io.alcove.controllermanager.deployment.DeploymentController;
import io.alcove.controllermanager.endpointslice.EndpointSliceController;
import io.alcove.controllermanager.garbage.GarbageCollectorController;
import io.alcove.controllermanager.job.JobController;
import io.alcove.controllermanager.namespace.NamespaceController;
import io.alcove.controllermanager.nodelifecycle.NodeLifecycleController;
import io.alcove.controllermanager.replicaset.ReplicaSetController;
import io.alcove.controllermanager.rootca.RootCaPublisher;
import io.alcove.controllermanager.serviceaccount.DefaultServiceAccount;
import io.alcove.controllermanager.storageprotection.StorageProtection;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which controllers the flags ask for, and what they are made with. */
record ControllerSelection(Set<ControllerName> names, Map<String, Integer> workers, String rootCa) {

    ControllerSelection {
        workers = Map.copyOf(workers);
    }

    static ControllerSelection of(Flags flags) throws IOException {
        List<String> asked = flags.list(ControllerManagerFlags.CONTROLLERS);
        Set<ControllerName> names = names(asked);
        boolean hasRootCa = flags.isSet(ControllerManagerFlags.ROOT_CA_FILE);
        if (!hasRootCa && asked.contains(ControllerName.ROOT_CA.word())) {
            throw new FlagException(
                    "controller " + ControllerName.ROOT_CA + " needs --root-ca-file");
        }
        if (!hasRootCa) {
            names.remove(ControllerName.ROOT_CA);
        }
        Map<String, Integer> workers = new HashMap<>();
        for (ControllerName name : ControllerName.values()) {
            workers.put(name.word(), positive(flags, name.workersFlag()));
        }
        String rootCa =
                hasRootCa ? Files.readString(flags.path(ControllerManagerFlags.ROOT_CA_FILE)) : "";
        return new ControllerSelection(names, workers, rootCa);
    }

    Controller create(ControllerName name, ControllerContext context, Catalog catalog) {
        return switch (name) {
            case SERVICE_ACCOUNT -> DefaultServiceAccount.create(context);
            case ROOT_CA -> RootCaPublisher.create(context, rootCa);
            case NAMESPACE -> NamespaceController.create(context, catalog);
            case DEPLOYMENT -> DeploymentController.create(context);
            case GARBAGE -> GarbageCollectorController.create(context, catalog);
            case ENDPOINT_SLICE -> EndpointSliceController.create(context);
            case JOB -> JobController.create(context);
            case NODE_LIFECYCLE -> NodeLifecycleController.create(context);
            case CLUSTER_ROLE_AGGREGATION -> ClusterRoleAggregation.create(context);
            case CLAIM_PROTECTION -> StorageProtection.ofClaims(context);
            case VOLUME_PROTECTION -> StorageProtection.ofVolumes(context);
            case ATTRIBUTES_CLASS_PROTECTION -> StorageProtection.ofAttributesClasses(context);
            case REPLICA_SET -> ReplicaSetController.create(context);
        };
    }

    private static Set<ControllerName> names(List<String> asked) {
        Set<ControllerName> names =
                asked.contains("*")
                        ? EnumSet.allOf(ControllerName.class)
                        : EnumSet.noneOf(ControllerName.class);
        for (String word : asked) {
            if (word.startsWith("-")) {
                names.remove(byWord(word.substring(1)));
            } else if (!word.equals("*")) {
                names.add(byWord(word));
            }
        }
        return names;
    }

    private static ControllerName byWord(String word) {
        return Arrays.stream(ControllerName.values())
                .filter(name -> name.word().equals(word))
                .findFirst()
                .orElseThrow(
                        () ->
                                new FlagException(
                                        "\""
                                                + word
                                                + "\" is not in the list of known controllers"));
    }

    private static int positive(Flags flags, String name) {
        int workers = flags.number(name);
        if (workers < 1) {
            throw new FlagException("--" + name + " must be greater than 0");
        }
        return workers;
    }
}
