package codeframe.demo;

import java.awt.image.BufferedImage;
import java.util.Set;

/** A drawn scene and what is true of it. */
public record DrawnScene(Kind kind, Set<Fact> facts, BufferedImage image) {}
