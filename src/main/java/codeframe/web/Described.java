package codeframe.web;

/** Ties a form control to its hint and its mistake, so that screen readers read them out with it. */
public record Described(String id, String hint, String error) {

    /** The ids of the texts that describe the control; null when there is none, and the attribute is left out. */
    public String by() {
        var ids = ((hint == null ? "" : id + "-hint") + (wrong() ? " " + id + "-error" : "")).strip();
        return ids.isEmpty() ? null : ids;
    }

    public String invalid() {
        return wrong() ? "true" : null;
    }

    private boolean wrong() {
        return error != null && !error.isEmpty();
    }
}
