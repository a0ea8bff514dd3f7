package codeframe.llm.prompt;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The words around the codebook, said in several ways that mean the same. A result that hangs on which of them is taken
 * is a result about the prompt and not about the images.
 */
public enum Phrasing {
    USUAL(
            "the usual words",
            new Phrases(
                    """
            You are an experienced coder of images in a quantitative content analysis. Code the image you are given by \
            the codebook below and by nothing else.""",
                    """
            Who the people in the image are is of no interest here. Recognise and name nobody, treat every person as \
            anonymous, and describe only what can be seen, in the terms of the codebook.""",
                    "Objective: ",
                    """
            Where the image does not show enough to decide, the value for being unsure is the right answer. Do not \
            guess.""",
                    """
            Answer with one JSON object and nothing else: no explanation before it and no remark after it. Its keys \
            are {{keys}}. Use each key once and spell every value exactly as it is listed above. The form of the \
            answer is:
            {{form}}""",
                    new Rules(
                            "Exactly one of these values",
                            ", which stand in their order",
                            "A list of these values, all that apply; an empty list where none does",
                            "One of"))),

    SECOND(
            "a second wording",
            new Phrases(
                    """
            Your task is to classify one picture for a scientific study. The codebook that follows tells you which \
            questions to answer and what every answer means; rely on it alone.""",
                    """
            The study is not about individual persons. Please leave everybody unidentified and refer only to features \
            that are visible in the picture and named in the codebook.""",
                    "What the study is about: ",
                    """
            If the picture leaves a question open, choose the value that says so instead of the most likely guess.""",
                    """
            Return your classification as a single JSON object without any text around it. It has these keys: \
            {{keys}}. Copy the values letter by letter from the lists above. It looks like this:
            {{form}}""",
                    new Rules(
                            "Choose one value",
                            " (the list is ordered)",
                            "Choose every value that applies and give them as a list, which is empty if none applies",
                            "Choose one"))),

    THIRD(
            "a third wording",
            new Phrases(
                    """
            Act as a member of a coding team. Look at the picture, go through the variables of the codebook one after \
            the other, and record for each the value that fits its definition best.""",
                    """
            Do not try to find out who is shown. People stay anonymous throughout; record observable characteristics \
            only, as the codebook defines them.""",
                    "Background: ",
                    """
            Being unsure is a permitted value. Use it whenever what is visible does not settle the matter.""",
                    """
            Write nothing except a JSON object. Every one of the keys {{keys}} appears in it exactly once, and every \
            value is one of those listed for its key. Its form:
            {{form}}""",
                    new Rules(
                            "Permitted values, of which one is to be recorded",
                            ", given in ascending or descending order",
                            "Permitted values, of which all that fit are to be recorded as a list (empty if none fits)",
                            "Permitted, one of")));

    private final String title;
    private final Phrases phrases;

    Phrasing(String title, Phrases phrases) {
        this.title = title;
        this.phrases = phrases;
    }

    /** @param objective what stands before the objective of the codebook */
    record Phrases(String role, String anonymity, String objective, String unsure, String answer, Rules rules) {}

    /** How many values an answer has; what stands before the list. */
    record Rules(String single, String ordered, String multi, String other) {}

    Phrases phrases() {
        return phrases;
    }

    public String title() {
        return title;
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Phrasing> named(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
