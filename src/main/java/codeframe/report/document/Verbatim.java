package codeframe.report.document;

/** A text that stands as it was written: a prompt. */
public record Verbatim(Bilingual title, String text) {}
