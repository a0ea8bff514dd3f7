package codeframe.demo.training;

import codeframe.demo.DrawnScene;
import codeframe.demo.Fact;
import codeframe.demo.SceneChance;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Says something true about a drawing, differently each time, and remembers what has been said. */
final class DrawingCaptions {
    private static final Set<Fact> WIDER_KINDS =
            EnumSet.of(Fact.EVENT, Fact.MATERIAL, Fact.MEDIA, Fact.FACE, Fact.CONTACT);
    /** Facts that are hard to see and would be said too seldom. */
    private static final Set<Fact> FINE = EnumSet.of(
            Fact.ROLLED_SLEEVES, Fact.FORMAL, Fact.CASUAL, Fact.SMILE, Fact.SERIOUS, Fact.CAR, Fact.BUS, Fact.TRAIN);

    private final Grammar grammar;

    DrawingCaptions(Grammar grammar) {
        this.grammar = grammar;
    }

    record Caption(String text, SceneTruth said) {}

    Caption caption(DrawnScene drawing, SceneChance chance) {
        var attributes = attributes(drawing, chance);
        var wider = drawing.facts().stream().filter(WIDER_KINDS::contains).toList();
        double share = chance.between(0, 1);
        if (share < .62) {
            var said = attributes.subList(0, Math.min(attributes.size(), chance.of(0, 0, 1, 1, 2)));
            return new Caption(
                    sentence(grammar.say(drawing.kind().name(), chance), said, chance),
                    SceneTruth.said(drawing.kind(), said));
        }
        if (share < .74 && !wider.isEmpty()) {
            var said = new ArrayList<>(attributes.subList(0, Math.min(attributes.size(), chance.of(0, 0, 1, 2))));
            var kind = chance.of(wider);
            var text = sentence(grammar.say(kind.name(), chance), said, chance);
            said.add(kind);
            return new Caption(text, SceneTruth.said(said));
        }
        return aboutAttributes(drawing, attributes, chance);
    }

    private Caption aboutAttributes(DrawnScene drawing, List<Fact> attributes, SceneChance chance) {
        var said = new ArrayList<>(attributes.subList(0, Math.min(attributes.size(), chance.of(1, 1, 2, 3))));
        boolean people = drawing.facts().contains(Fact.SOMEBODY) && chance.odds(.35);
        var text = sentence(grammar.say(people ? "somebody" : "anything", chance), said, chance);
        if (people) {
            said.add(Fact.SOMEBODY);
        }
        return new Caption(text, SceneTruth.said(said));
    }

    private static List<Fact> attributes(DrawnScene drawing, SceneChance chance) {
        var attributes = new ArrayList<>(drawing.facts());
        attributes.removeAll(WIDER_KINDS);
        chance.shuffle(attributes);
        var fine = attributes.stream().filter(FINE::contains).toList();
        if (!fine.isEmpty() && chance.odds(.5)) {
            var first = fine.contains(Fact.ROLLED_SLEEVES) && chance.odds(.5) ? Fact.ROLLED_SLEEVES : fine.get(0);
            attributes.remove(first);
            attributes.add(0, first);
        }
        return attributes;
    }

    private String sentence(String subject, List<Fact> said, SceneChance chance) {
        var text = new StringBuilder(subject);
        for (var fact : said) {
            text.append(chance.odds(.7) ? " " : ", ").append(grammar.say(fact.name(), chance));
        }
        if (chance.odds(.45)) {
            text.insert(0, grammar.say("opening", chance) + " ");
        }
        if (chance.odds(.4)) {
            text.append(' ').append(grammar.say("ending", chance));
        }
        return text.toString();
    }
}
