package codeframe.user;

import codeframe.web.Page;
import java.time.Instant;

/** A person with an account; an admin may install models. */
public record User(long id, String email, String name, boolean admin, Instant createdAt) {
    public Page.Person shown() {
        return new Page.Person(name, email, admin);
    }
}
