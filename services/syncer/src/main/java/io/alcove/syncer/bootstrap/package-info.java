/** The keys, certificates and kubeconfig of a tenant, made at its first start on Kubernetes. */
@NullMarked
package io.alcove.syncer.bootstrap;

import org.jspecify.annotations.NullMarked;
