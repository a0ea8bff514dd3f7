package codeframe.codebook;

/** One thing wrong in a codebook file: where, under which key, and a sentence that says what to do. */
public record Mistake(int line, String key, String message) {}
