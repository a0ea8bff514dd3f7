package codeframe.project;

import codeframe.web.Page;
import codeframe.web.Role;

/** A project as one person sees it. */
public record Membership(long id, String name, boolean demo, String role, long images, long runs) {
    public Role asRole() {
        return Role.ofWord(role);
    }

    public Page.Project shown() {
        return new Page.Project(id, name, role);
    }
}
