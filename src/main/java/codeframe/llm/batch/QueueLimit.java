package codeframe.llm.batch;

import java.util.regex.Pattern;

/** Providers limit how many tokens wait in their batches at a time, and refuse the batch that is too much. */
final class QueueLimit {
    private static final Pattern WORDS = Pattern.compile(
            "(?i)enqueued[ _-]?token|token_limit_exceeded|batch(es)?[ _-](queue|request)[ _-]?(limit|quota)|enqueued requests");

    /** Fewer in one batch would make too many batches: then it waits until others are done. */
    private static final int FEWEST = 5;

    private QueueLimit() {}

    static boolean says(String words) {
        return WORDS.matcher(words).find();
    }

    /** How many to hand over next time, of as many as were too many. */
    static int next(int requests) {
        return Math.max(Math.min(requests, FEWEST), requests / 2);
    }

    static String sentence(String words) {
        return "The server's queue of batches is full, in its words: “" + words
                + "”. It goes on with smaller ones, when there is room.";
    }
}
