package codeframe.web;

/** One of several views of the same thing; {@code count} is empty where there is nothing to count. */
public record Tab(String label, String path, boolean here, String count) {
    public Tab(String label, String path, boolean here) {
        this(label, path, here, "");
    }
}
