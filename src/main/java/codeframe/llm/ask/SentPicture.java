package codeframe.llm.ask;

/**
 * A picture that goes with a request beside others.
 *
 * @param label which it is among them, such as "Frame 3 of 12, at 4.2 s"
 */
public record SentPicture(long image, String label) {}
