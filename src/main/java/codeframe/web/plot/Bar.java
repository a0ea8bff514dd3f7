package codeframe.web.plot;

/** A counted bar; {@code path} leads to what was counted and is empty when there is nowhere to go. */
public record Bar(String label, long n, String path) {
    public Bar(String label, long n) {
        this(label, n, "");
    }
}
