package io.alcove.apiserver.audit;

import java.util.Set;

/**
 * What the policy wants to know of a request.
 *
 * @param omitted stages that no event is made of
 */
record AuditDecision(Level level, Set<Stage> omitted, boolean omitManagedFields) {}
