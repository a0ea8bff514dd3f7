package codeframe.demo;

import java.awt.Color;
import java.util.Collections;
import java.util.Set;

/** A drawing in the making: where to paint, what is left to chance, and what has become true. */
record Sketch(Canvas canvas, SceneChance chance, Set<Fact> facts) {
    void fact(Fact... more) {
        Collections.addAll(facts, more);
    }

    /** The same colour, a little off, as no two things are painted alike. */
    Color near(Color colour, double spread) {
        return new Color(
                nudge(colour.getRed(), spread), nudge(colour.getGreen(), spread), nudge(colour.getBlue(), spread));
    }

    Color near(Color colour) {
        return near(colour, 16);
    }

    /** One of the given inks; which one becomes a fact about the main colour. */
    Color mainColour(Ink... inks) {
        var ink = chance.of(inks);
        facts.add(ink.fact());
        return near(ink.colour());
    }

    Color vivid() {
        return near(chance.of(Ink.VIVID).colour());
    }

    private int nudge(int value, double spread) {
        return (int) Math.max(0, Math.min(255, value + chance.between(-spread, spread)));
    }
}
