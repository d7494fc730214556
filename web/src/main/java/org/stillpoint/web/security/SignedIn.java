package org.stillpoint.web.security;

import java.util.List;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.work.Actor;

/** Somebody who has signed in, as Spring Security holds them, with the actor they are in the practice. */
public final class SignedIn extends User {
    private final transient Actor.Person actor;

    SignedIn(Account account) {
        super(
                account.signInName().value(),
                account.passwordHash(),
                List.of(new SimpleGrantedAuthority("ROLE_" + account.role().name())));
        this.actor = new Actor.Person(account.id(), account.role());
    }

    public Actor.Person actor() {
        return actor;
    }
}
