package codeframe.llm.confidence;

/**
 * Where in an answer its JSON stands: in the open, or in a string that holds JSON as a text.
 *
 * @param string the first byte behind the quotation mark of that string; -1 where there is none
 */
public record AnswerLayer(int string) {
    public static final AnswerLayer OPEN = new AnswerLayer(-1);

    /** The text that the JSON stands in, as far as a beginning of the answer goes. */
    String of(String answer) {
        return string < 0 ? answer : read(answer).bytes();
    }

    /** How far it goes for each token's end. */
    int[] ends(String answer, int[] tokenEnds) {
        if (string < 0) {
            return tokenEnds;
        }
        var read = read(answer);
        var ends = new int[tokenEnds.length];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = read.until(tokenEnds[i]);
        }
        return ends;
    }

    private StringBytes read(String answer) {
        return StringBytes.read(answer, Math.min(string, answer.length()), '"');
    }
}
