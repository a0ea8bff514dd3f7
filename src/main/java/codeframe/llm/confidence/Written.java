package codeframe.llm.confidence;

/**
 * A value as JSON has it, or the beginning of one.
 *
 * @param bytes without quotation marks and escapes
 * @param closed whether it can go on no more
 * @param length of what it is written by: through its last quotation mark, or through what ends a bare word
 */
record Written(boolean quoted, String bytes, boolean closed, int length) {
    private static final String ENDS = ",}] \t\r\n";

    static Written of(String source) {
        int start = 0;
        while (start < source.length() && " \t\r\n".indexOf(source.charAt(start)) >= 0) {
            start++;
        }
        if (start == source.length()) {
            return new Written(false, "", false, start);
        }
        char first = source.charAt(start);
        if (first == '"' || first == '\'') {
            var read = StringBytes.read(source, start + 1, first);
            return new Written(true, read.bytes(), read.closed(), read.end());
        }
        int end = start;
        while (end < source.length() && ENDS.indexOf(source.charAt(end)) < 0) {
            end++;
        }
        boolean closed = end < source.length();
        return new Written(false, source.substring(start, end), closed, closed ? end + 1 : end);
    }

    /** Whether nothing of it is there yet. */
    boolean isNothing() {
        return !quoted && bytes.isEmpty();
    }
}
