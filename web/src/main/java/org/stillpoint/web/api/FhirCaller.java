package org.stillpoint.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.stillpoint.record.api.ApiScope;
import org.stillpoint.record.work.Actor;

/**
 * Who asks by FHIR.
 *
 * @param actor as whom they read
 * @param scopes what a program may read; empty for a person, who reads what they may
 */
record FhirCaller(Actor actor, Optional<Set<ApiScope>> scopes) {
    private static final String HERE = FhirCaller.class.getName();

    /** Whether resources of this type may be read one by one. */
    boolean reads(String type) {
        return covers(new ApiScope(type, true, false));
    }

    /** Whether they may be searched. */
    boolean searches(String type) {
        return covers(new ApiScope(type, false, true));
    }

    private boolean covers(ApiScope wanted) {
        return scopes.isEmpty() || scopes.get().stream().anyMatch(scope -> scope.covers(wanted));
    }

    void comesWith(HttpServletRequest request) {
        request.setAttribute(HERE, this);
    }

    static Optional<FhirCaller> of(HttpServletRequest request) {
        return Optional.ofNullable((FhirCaller) request.getAttribute(HERE));
    }
}
