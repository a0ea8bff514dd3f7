package codeframe.demo;

import java.awt.Color;

/** How somebody looks. */
record Person(
        Dress dress,
        Color skin,
        Color hair,
        Fact hairFact,
        boolean longHair,
        boolean glasses,
        boolean smile,
        boolean beard,
        Color cloth,
        Color tie,
        Color trousers) {
    enum Dress {
        SUIT,
        TEE,
        /** A shirt with its sleeves rolled up: cuffs at the elbow, bare forearms. */
        ROLLED,
        /** The same shirt with sleeves down to the wrist. */
        SHIRT
    }

    private static final Color[] SKINS = {
        new Color(250, 216, 188),
        new Color(236, 192, 158),
        new Color(206, 152, 112),
        new Color(152, 102, 72),
        new Color(98, 66, 48)
    };
    private static final Color[] SUITS = {
        new Color(28, 32, 54), new Color(48, 50, 56), new Color(34, 34, 36), new Color(62, 68, 84)
    };
    private static final Color[] SHIRTS = {new Color(244, 244, 242), new Color(188, 210, 240), new Color(214, 226, 244)
    };
    private static final Color[] TROUSERS = {new Color(52, 66, 110), new Color(70, 64, 60), new Color(40, 48, 74)};

    static Person any(Sketch sketch) {
        return wearing(sketch, sketch.chance().of(Dress.SUIT, Dress.TEE, Dress.ROLLED, Dress.SHIRT));
    }

    static Person formal(Sketch sketch) {
        return wearing(sketch, Dress.SUIT);
    }

    static Person wearing(Sketch sketch, Dress dress) {
        var chance = sketch.chance();
        var hair = chance.of(Hair.values());
        boolean longHair = chance.odds(.42);
        return new Person(
                dress,
                sketch.near(chance.of(SKINS), 8),
                sketch.near(hair.colour, 10),
                hair.fact,
                longHair,
                chance.odds(.3),
                chance.odds(.6),
                !longHair && chance.odds(.2),
                sketch.near(cloth(sketch, dress), 8),
                sketch.vivid(),
                sketch.near(dress == Dress.SUIT ? SUITS[1] : chance.of(TROUSERS), 8));
    }

    private static Color cloth(Sketch sketch, Dress dress) {
        if (dress == Dress.SUIT) {
            return sketch.chance().of(SUITS);
        }
        return dress == Dress.TEE ? sketch.vivid() : sketch.chance().of(SHIRTS);
    }

    static Color someSkin(Sketch sketch) {
        return sketch.near(sketch.chance().of(SKINS), 8);
    }

    static Color someHair(Sketch sketch) {
        return sketch.near(sketch.chance().of(Hair.values()).colour, 12);
    }

    /** What the picture says about the dress; of sleeves only where arms are seen. */
    void tellDress(Sketch sketch, boolean armsSeen) {
        sketch.fact(dress == Dress.SUIT ? Fact.FORMAL : Fact.CASUAL);
        if (armsSeen && dress == Dress.ROLLED) {
            sketch.fact(Fact.ROLLED_SLEEVES);
        }
    }

    void tellFace(Sketch sketch) {
        sketch.fact(hairFact, smile ? Fact.SMILE : Fact.SERIOUS);
        if (glasses) {
            sketch.fact(Fact.GLASSES);
        }
    }

    private enum Hair {
        DARK(new Color(38, 28, 24), Fact.DARK_HAIR),
        BROWN(new Color(98, 62, 38), Fact.BROWN_HAIR),
        BLOND(new Color(224, 188, 104), Fact.BLOND_HAIR),
        GREY(new Color(172, 172, 174), Fact.GREY_HAIR),
        RED(new Color(164, 74, 34), Fact.RED_HAIR);

        private final Color colour;
        private final Fact fact;

        Hair(Color colour, Fact fact) {
            this.colour = colour;
            this.fact = fact;
        }
    }
}
