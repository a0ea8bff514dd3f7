package codeframe.web;

/** What the shell around every page needs; {@code person} is null when signed out, {@code project} outside projects. */
public record Page(String title, String section, Person person, Project project, String csrf, String notice) {
    public record Person(String name, String email, boolean admin) {}

    /** {@code role} is owner, coder or viewer. */
    public record Project(long id, String name, String role) {
        public boolean owner() {
            return role.equals("owner");
        }

        public boolean coder() {
            return owner() || role.equals("coder");
        }
    }
}
