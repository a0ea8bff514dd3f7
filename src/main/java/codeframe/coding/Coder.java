package codeframe.coding;

/**
 * Whose codes they are.
 *
 * @param kind person, run, gold, or imported (a person known by name only)
 * @param userId null unless a person with an account
 * @param runId null unless a run
 */
public record Coder(long id, String kind, Long userId, Long runId, String name) {}
