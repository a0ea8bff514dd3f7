package codeframe.project;

/**
 * Something to do, with the fact that it follows from.
 *
 * @param detail more to it, or an empty text
 * @param action what the link says
 */
public record NextStep(String fact, String detail, String action, String path) {}
