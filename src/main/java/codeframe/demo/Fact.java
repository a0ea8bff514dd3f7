package codeframe.demo;

import java.util.Set;

/** What is true of a drawing besides its kind; captions assert facts, tests and the demo's gold codes read them. */
public enum Fact {
    INDOORS,
    OUTDOORS,
    FORMAL,
    CASUAL,
    ROLLED_SLEEVES,
    NO_PEOPLE,
    ONE_PERSON,
    TWO_PEOPLE,
    GROUP,
    CROWD,
    SUNNY,
    CLOUDY,
    NIGHT,
    TEXT,
    NO_TEXT,
    LOGO,
    NO_LOGO,
    FLAGS,
    MICROPHONE,
    STAGE,
    LIGHTS,
    CAMERA,
    SCREEN,
    CHAIRS,
    SIGNS,
    GLASSES,
    SMILE,
    SERIOUS,
    PHONE,
    WATER,
    TREES,
    DRINK,
    TABLE,
    WINDOW,
    LAMP,
    HELMET,
    PLAIN,
    CAR,
    BUS,
    TRAIN,
    DARK_HAIR,
    BROWN_HAIR,
    BLOND_HAIR,
    GREY_HAIR,
    RED_HAIR,
    RED,
    BLUE,
    GREEN,
    YELLOW,
    ORANGE,
    PURPLE,
    WHITE,
    BLACK,
    GREY,
    BROWN,
    EVENT,
    MATERIAL,
    MEDIA,
    FACE,
    CONTACT,
    SOMEBODY;

    /** Facts that follow from others, so that a scene need not say them. */
    static void complete(Set<Fact> facts) {
        if (!facts.contains(NO_PEOPLE)
                && (facts.contains(ONE_PERSON)
                        || facts.contains(TWO_PEOPLE)
                        || facts.contains(GROUP)
                        || facts.contains(CROWD))) {
            facts.add(SOMEBODY);
        }
    }
}
