package codeframe.demo;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Set;

/** A drawn scene, what is true of it, and the words that were painted. */
public record DrawnScene(Kind kind, Set<Fact> facts, List<String> words, BufferedImage image) {}
