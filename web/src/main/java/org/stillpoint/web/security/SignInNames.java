package org.stillpoint.web.security;

import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.account.Accounts;
import org.stillpoint.record.account.SignInName;

/** Looks an account up for Spring Security. */
@Component
final class SignInNames implements UserDetailsService {

    private final Accounts accounts;

    SignInNames(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        try {
            return accounts.find(new SignInName(name))
                    .filter(account -> !account.isEnded())
                    .map(SignedIn::new)
                    .orElseThrow(() -> new UsernameNotFoundException("no such sign-in name"));
        } catch (BadValue notAName) {
            throw new UsernameNotFoundException("not a sign-in name", notAName);
        }
    }
}
