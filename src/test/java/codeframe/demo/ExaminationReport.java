package codeframe.demo;

import codeframe.clip.Aggregation;
import java.awt.image.BufferedImage;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Prints the tables of MODEL_CARD.md: {@code ExaminationReport [FOLDER]}. */
final class ExaminationReport {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final Map<String, List<String>> KINDS = Phrases.read("/demo-model/held-out-kinds.txt");
    private static final Map<String, List<String>> TYPES = Phrases.read("/demo-model/held-out-types.txt");

    private ExaminationReport() {}

    public static void main(String[] arguments) {
        var folder = arguments.length > 0 ? Path.of(arguments[0]) : Examination.shipped();
        var plain = new Examination(folder, 25, UnaryOperator.identity());
        types(plain, "as drawn");
        kinds(plain);
        facts(plain);
        types(new Examination(folder, 10, ExaminationReport::bordered), "with a grey border of 10 % on each side");
        types(new Examination(folder, 10, ExaminationReport::grey), "without colour");
        types(new Examination(folder, 10, ExaminationReport::squeezed), "squeezed to 80 % of the width");
    }

    private static void types(Examination examination, String how) {
        row(
                "six types, held-out wording, mean of phrases, " + how,
                examination.mark(TYPES, Aggregation.MEAN, WordingAnswers::type));
        row(
                "six types, held-out wording, best phrase, " + how,
                examination.mark(TYPES, Aggregation.MAX, WordingAnswers::type));
        row(
                "six types, the notebooks' 26 phrases, best of all, " + how,
                examination.mark(DemoModelTest.notebookPhrases(), Aggregation.NOTEBOOK, WordingAnswers::notebookType));
        row(
                "six types, the notebooks' 26 phrases, mean of phrases, " + how,
                examination.mark(DemoModelTest.notebookPhrases(), Aggregation.MEAN, WordingAnswers::notebookType));
        row(
                "22 kinds, held-out wording, best of two, " + how,
                examination.mark(KINDS, Aggregation.MAX, WordingAnswers::kind));
    }

    private static void kinds(Examination examination) {
        var confused = new LinkedHashMap<String, Integer>();
        var answers = examination.answers(KINDS, Aggregation.MAX);
        for (int i = 0; i < answers.size(); i++) {
            var kind = examination.shown().get(i).kind().name();
            if (!kind.equals(answers.get(i))) {
                confused.merge(kind + " taken for " + answers.get(i), 1, Integer::sum);
            }
        }
        OUT.println(confused);
        var types = examination.answers(DemoModelTest.notebookPhrases(), Aggregation.MEAN);
        var wrong = new LinkedHashMap<String, Integer>();
        for (int i = 0; i < types.size(); i++) {
            var shown = examination.shown().get(i);
            var truth = WordingAnswers.notebookType(shown);
            if (truth.isPresent() && !truth.orElseThrow().equals(types.get(i))) {
                wrong.merge(shown.kind() + " taken for " + types.get(i), 1, Integer::sum);
            }
        }
        OUT.println(wrong);
    }

    private static void facts(Examination examination) {
        row(
                "indoors or outdoors",
                examination.mark(
                        Map.of(
                                "INDOORS",
                                List.of("the scene is indoors"),
                                "OUTDOORS",
                                List.of("the scene is outdoors")),
                        Aggregation.MAX,
                        WordingAnswers.oneOf(Fact.INDOORS, Fact.OUTDOORS)));
        row(
                "formal or casual",
                examination.mark(
                        Map.of(
                                "FORMAL",
                                List.of("people in formal attire, suit and tie"),
                                "CASUAL",
                                List.of("people in casual, informal clothes")),
                        Aggregation.MAX,
                        WordingAnswers.oneOf(Fact.FORMAL, Fact.CASUAL)));
        row(
                "rolled-up sleeves or other casual clothes",
                examination.mark(
                        Map.of(
                                "ROLLED_SLEEVES",
                                List.of("a person with sleeves rolled up"),
                                "OTHER",
                                List.of("a person in casual clothes")),
                        Aggregation.MAX,
                        WordingAnswers::sleeves));
        row(
                "smiling or serious",
                examination.mark(
                        Map.of(
                                "SMILE",
                                List.of("somebody smiling"),
                                "SERIOUS",
                                List.of("somebody with a serious look")),
                        Aggregation.MAX,
                        WordingAnswers.oneOf(Fact.SMILE, Fact.SERIOUS)));
        row(
                "text or no text",
                examination.mark(
                        Map.of("TEXT", List.of("a picture with text"), "NO_TEXT", List.of("a picture without text")),
                        Aggregation.MAX,
                        WordingAnswers.oneOf(Fact.TEXT, Fact.NO_TEXT)));
        row(
                "car, bus or train",
                examination.mark(
                        Map.of("CAR", List.of("a car"), "BUS", List.of("a bus"), "TRAIN", List.of("a train")),
                        Aggregation.MAX,
                        WordingAnswers.oneOf(Fact.CAR, Fact.BUS, Fact.TRAIN)));
        row(
                "none, one, two, some, or a crowd of people",
                examination.mark(
                        Map.of(
                                "NO_PEOPLE",
                                List.of("a picture without people"),
                                "ONE_PERSON",
                                List.of("a picture with one person"),
                                "TWO_PEOPLE",
                                List.of("a picture with two people"),
                                "GROUP",
                                List.of("a picture with a small group"),
                                "CROWD",
                                List.of("a picture with a large crowd")),
                        Aggregation.MAX,
                        WordingAnswers.oneOf(
                                Fact.NO_PEOPLE, Fact.ONE_PERSON, Fact.TWO_PEOPLE, Fact.GROUP, Fact.CROWD)));
    }

    private static void row(String question, Examination.Mark mark) {
        OUT.printf(Locale.ROOT, "| %s | %.3f | %d |%n", question, mark.share(), mark.asked());
    }

    private static BufferedImage bordered(BufferedImage image) {
        int x = image.getWidth() / 8;
        int y = image.getHeight() / 8;
        var framed = new BufferedImage(image.getWidth() + 2 * x, image.getHeight() + 2 * y, image.getType());
        for (int row = 0; row < framed.getHeight(); row++) {
            for (int column = 0; column < framed.getWidth(); column++) {
                framed.setRGB(column, row, 0x808080);
            }
        }
        framed.getRaster().setRect(x, y, image.getRaster());
        return framed;
    }

    private static BufferedImage grey(BufferedImage image) {
        var grey = new BufferedImage(image.getWidth(), image.getHeight(), image.getType());
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                int value = ((rgb >> 16 & 255) * 299 + (rgb >> 8 & 255) * 587 + (rgb & 255) * 114) / 1000;
                grey.setRGB(x, y, value * 0x10101);
            }
        }
        return grey;
    }

    private static BufferedImage squeezed(BufferedImage image) {
        var narrow = new BufferedImage(image.getWidth() * 4 / 5, image.getHeight(), image.getType());
        for (int y = 0; y < narrow.getHeight(); y++) {
            for (int x = 0; x < narrow.getWidth(); x++) {
                narrow.setRGB(x, y, image.getRGB(Math.min(image.getWidth() - 1, x * 5 / 4), y));
            }
        }
        return narrow;
    }
}
