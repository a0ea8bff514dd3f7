package codeframe.web;

/** One option of a select. */
public record Choice(String value, String label) {
    public static Choice of(String value) {
        return new Choice(value, value);
    }
}
