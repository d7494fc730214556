package org.stillpoint.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/** What Spring Security knows of who is signed in is what {@link OpenSignIns} knows. */
final class KeptSignIns implements SecurityContextRepository {

    private final OpenSignIns signIns;

    KeptSignIns(OpenSignIns signIns) {
        this.signIns = signIns;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        Supplier<SecurityContext> loading = () -> signIns.here(request)
                .flatMap(signIns::person)
                .<SecurityContext>map(person -> new SecurityContextImpl(
                        UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities())))
                .orElseGet(SecurityContextHolder::createEmptyContext);
        return new DeferredSecurityContext() {
            private @Nullable SecurityContext loaded;

            @Override
            public SecurityContext get() {
                SecurityContext now = loaded == null ? loading.get() : loaded;
                loaded = now;
                return now;
            }

            @Override
            public boolean isGenerated() {
                return get().getAuthentication() == null;
            }
        };
    }

    @Override
    @SuppressWarnings("deprecation") // still asked for by the interface
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    /** Begins a sign-in for whoever has just shown who they are; ends it where there is nobody any more. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        Authentication who = context.getAuthentication();
        if (who == null) {
            signIns.end(request, response);
        } else if (who.getPrincipal() instanceof SignedIn person) {
            signIns.begin(person.actor().account(), request, response);
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return signIns.here(request).isPresent();
    }
}
