package codeframe.naming;

import java.util.List;

/**
 * A run, a sample or a saved selection with its name.
 *
 * @param kind as {@link NamedKind} words it
 * @param rests why it cannot be deleted; empty where it can
 * @param goes what would go with it
 */
public record Named(String kind, String path, String list, String name, String note, List<String> rests, String goes) {}
