package codeframe.web;

import io.javalin.security.RouteRole;

/** Who may call a route. Project roles are ordered: an owner may do what a coder may, a coder what a viewer may. */
public enum Role implements RouteRole {
    ANYONE,
    SIGNED_IN,
    ADMIN,
    VIEWER,
    CODER,
    OWNER;

    public boolean ofProject() {
        return compareTo(VIEWER) >= 0;
    }

    public boolean includes(Role needed) {
        return compareTo(needed) >= 0;
    }

    /** The name in the database, in forms and on pages. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** @throws Problem.Invalid when the word names no project role */
    public static Role ofWord(String word) {
        for (var role : values()) {
            if (role.ofProject() && role.word().equals(word)) {
                return role;
            }
        }
        throw new Problem.Invalid("The role must be owner, coder or viewer.");
    }
}
