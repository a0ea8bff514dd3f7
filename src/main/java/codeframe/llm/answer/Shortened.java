package codeframe.llm.answer;

/** What a model said, short enough for a sentence; the whole stays in the raw answer. */
final class Shortened {
    private static final int LONGEST = 120;

    private Shortened() {}

    static String of(String text) {
        var line = AnswerParser.storable(text).replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
