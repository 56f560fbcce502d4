package io.alcove.apiserver.kinds;

import io.alcove.apimachinery.object.GroupKind;
import io.alcove.apiserver.kinds.admission.PolicyBindingValidation;
import io.alcove.apiserver.kinds.admission.PolicyValidation;
import io.alcove.apiserver.kinds.admission.WebhookValidation;
import io.alcove.apiserver.kinds.apps.ControllerRevisionValidation;
import io.alcove.apiserver.kinds.apps.DaemonSetValidation;
import io.alcove.apiserver.kinds.apps.DeploymentValidation;
import io.alcove.apiserver.kinds.apps.ReplicaSetValidation;
import io.alcove.apiserver.kinds.apps.ReplicationControllerValidation;
import io.alcove.apiserver.kinds.apps.StatefulSetValidation;
import io.alcove.apiserver.kinds.batch.CronJobValidation;
import io.alcove.apiserver.kinds.batch.JobValidation;
import io.alcove.apiserver.kinds.certificates.CertificateRequestValidation;
import io.alcove.apiserver.kinds.core.ConfigMapValidation;
import io.alcove.apiserver.kinds.core.EndpointsValidation;
import io.alcove.apiserver.kinds.core.LimitRangeValidation;
import io.alcove.apiserver.kinds.core.NamespaceValidation;
import io.alcove.apiserver.kinds.core.NodeValidation;
import io.alcove.apiserver.kinds.core.ResourceQuotaValidation;
import io.alcove.apiserver.kinds.core.SecretValidation;
import io.alcove.apiserver.kinds.core.ServiceValidation;
import io.alcove.apiserver.kinds.extensions.DefinitionValidation;
import io.alcove.apiserver.kinds.flowcontrol.FlowSchemaValidation;
import io.alcove.apiserver.kinds.flowcontrol.PriorityLevelValidation;
import io.alcove.apiserver.kinds.networking.EndpointSliceValidation;
import io.alcove.apiserver.kinds.networking.IngressClassValidation;
import io.alcove.apiserver.kinds.networking.IngressValidation;
import io.alcove.apiserver.kinds.networking.IpAddressValidation;
import io.alcove.apiserver.kinds.networking.NetworkPolicyValidation;
import io.alcove.apiserver.kinds.networking.ServiceCidrValidation;
import io.alcove.apiserver.kinds.pod.PodTemplateRules;
import io.alcove.apiserver.kinds.pod.PodValidation;
import io.alcove.apiserver.kinds.policy.AutoscalerValidation;
import io.alcove.apiserver.kinds.policy.DisruptionBudgetValidation;
import io.alcove.apiserver.kinds.rbac.RoleBindingValidation;
import io.alcove.apiserver.kinds.rbac.RoleValidation;
import io.alcove.apiserver.kinds.registration.ApiServiceValidation;
import io.alcove.apiserver.kinds.resource.DeviceClassValidation;
import io.alcove.apiserver.kinds.resource.DeviceTaintRuleValidation;
import io.alcove.apiserver.kinds.resource.ResourceClaimTemplateValidation;
import io.alcove.apiserver.kinds.resource.ResourceClaimValidation;
import io.alcove.apiserver.kinds.resource.ResourceSliceValidation;
import io.alcove.apiserver.kinds.scheduling.LeaseValidation;
import io.alcove.apiserver.kinds.scheduling.PriorityClassValidation;
import io.alcove.apiserver.kinds.scheduling.RuntimeClassValidation;
import io.alcove.apiserver.kinds.storage.CsiDriverValidation;
import io.alcove.apiserver.kinds.storage.CsiNodeValidation;
import io.alcove.apiserver.kinds.storage.CsiStorageCapacityValidation;
import io.alcove.apiserver.kinds.storage.StorageClassValidation;
import io.alcove.apiserver.kinds.storage.VolumeAttachmentValidation;
import io.alcove.apiserver.kinds.storage.VolumeAttributesClassValidation;
import io.alcove.apiserver.kinds.validation.Validation;
import io.alcove.apiserver.kinds.volume.ClaimValidation;
import io.alcove.apiserver.kinds.volume.PersistentVolumeValidation;
import java.util.HashMap;
import java.util.Map;

/** The rules of each built-in kind. */
final class Validations {

    private static final String ADMISSION = "admissionregistration.k8s.io";
    private static final String FLOW_CONTROL = "flowcontrol.apiserver.k8s.io";
    private static final String NETWORKING = "networking.k8s.io";
    private static final String RBAC = "rbac.authorization.k8s.io";
    private static final String RESOURCE = "resource.k8s.io";
    private static final String STORAGE = "storage.k8s.io";

    private final Map<GroupKind, Validation> table = new HashMap<>();

    private Validations() {
        core();
        workloads();
        network();
        access();
        storage();
        requests();
        devices();
        put("apiregistration.k8s.io", "APIService", new ApiServiceValidation());
        definitions();
    }

    static Map<GroupKind, Validation> all() {
        return Map.copyOf(new Validations().table);
    }

    private void core() {
        put("", "Pod", new PodValidation());
        put("", "PodTemplate", template -> PodTemplateRules.check(template.field("template")));
        put("", "Service", new ServiceValidation());
        put("", "Endpoints", new EndpointsValidation());
        put("", "ConfigMap", new ConfigMapValidation());
        put("", "Secret", new SecretValidation());
        put("", "Namespace", new NamespaceValidation());
        put("", "Node", new NodeValidation());
        put("", "ResourceQuota", new ResourceQuotaValidation());
        put("", "LimitRange", new LimitRangeValidation());
        put("", "PersistentVolume", new PersistentVolumeValidation());
        put("", "PersistentVolumeClaim", new ClaimValidation());
    }

    private void workloads() {
        put("", "ReplicationController", new ReplicationControllerValidation());
        put("apps", "Deployment", new DeploymentValidation());
        put("apps", "ReplicaSet", new ReplicaSetValidation());
        put("apps", "StatefulSet", new StatefulSetValidation());
        put("apps", "DaemonSet", new DaemonSetValidation());
        put("apps", "ControllerRevision", new ControllerRevisionValidation());
        put("batch", "Job", new JobValidation());
        put("batch", "CronJob", new CronJobValidation());
        put("policy", "PodDisruptionBudget", new DisruptionBudgetValidation());
        put("autoscaling", "HorizontalPodAutoscaler", new AutoscalerValidation());
        put("scheduling.k8s.io", "PriorityClass", new PriorityClassValidation());
        put("node.k8s.io", "RuntimeClass", new RuntimeClassValidation());
        put("coordination.k8s.io", "Lease", new LeaseValidation());
    }

    private void network() {
        put(NETWORKING, "Ingress", new IngressValidation());
        put(NETWORKING, "IngressClass", new IngressClassValidation());
        put(NETWORKING, "NetworkPolicy", new NetworkPolicyValidation());
        put(NETWORKING, "IPAddress", new IpAddressValidation());
        put(NETWORKING, "ServiceCIDR", new ServiceCidrValidation());
        put("discovery.k8s.io", "EndpointSlice", new EndpointSliceValidation());
    }

    private void access() {
        put("certificates.k8s.io", "CertificateSigningRequest", new CertificateRequestValidation());
        put(RBAC, "Role", new RoleValidation(true));
        put(RBAC, "ClusterRole", new RoleValidation(false));
        put(RBAC, "RoleBinding", new RoleBindingValidation(true));
        put(RBAC, "ClusterRoleBinding", new RoleBindingValidation(false));
    }

    private void storage() {
        put(STORAGE, "StorageClass", new StorageClassValidation());
        put(STORAGE, "VolumeAttributesClass", new VolumeAttributesClassValidation());
        put(STORAGE, "CSIDriver", new CsiDriverValidation());
        put(STORAGE, "CSINode", new CsiNodeValidation());
        put(STORAGE, "CSIStorageCapacity", new CsiStorageCapacityValidation());
        put(STORAGE, "VolumeAttachment", new VolumeAttachmentValidation());
    }

    private void definitions() {
        put("apiextensions.k8s.io", "CustomResourceDefinition", new DefinitionValidation());
    }

    /** What decides on requests: admission and priority. */
    private void requests() {
        put(ADMISSION, "ValidatingWebhookConfiguration", new WebhookValidation());
        put(ADMISSION, "MutatingWebhookConfiguration", new WebhookValidation());
        put(ADMISSION, "ValidatingAdmissionPolicy", new PolicyValidation(false));
        put(ADMISSION, "MutatingAdmissionPolicy", new PolicyValidation(true));
        put(ADMISSION, "ValidatingAdmissionPolicyBinding", new PolicyBindingValidation(false));
        put(ADMISSION, "MutatingAdmissionPolicyBinding", new PolicyBindingValidation(true));
        put(FLOW_CONTROL, "FlowSchema", new FlowSchemaValidation());
        put(FLOW_CONTROL, "PriorityLevelConfiguration", new PriorityLevelValidation());
    }

    private void devices() {
        put(RESOURCE, "DeviceClass", new DeviceClassValidation());
        put(RESOURCE, "DeviceTaintRule", new DeviceTaintRuleValidation());
        put(RESOURCE, "ResourceClaim", new ResourceClaimValidation());
        put(RESOURCE, "ResourceClaimTemplate", new ResourceClaimTemplateValidation());
        put(RESOURCE, "ResourceSlice", new ResourceSliceValidation());
    }

    private void put(String group, String kind, Validation validation) {
        table.put(new GroupKind(group, kind), validation);
    }
}
