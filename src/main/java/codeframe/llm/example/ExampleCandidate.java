package codeframe.llm.example;

import java.util.List;

/**
 * An image about to be an example.
 *
 * @param chosen whether it is one already
 * @param samples names of samples it was drawn into: they lose it
 */
public record ExampleCandidate(long image, String path, boolean chosen, List<String> samples) {}
