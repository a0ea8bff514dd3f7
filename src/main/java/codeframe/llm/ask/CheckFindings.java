package codeframe.llm.ask;

import codeframe.llm.answer.ModelAnswer;
import codeframe.llm.price.Price;
import codeframe.llm.price.Receipt;
import codeframe.llm.server.LlmServer;
import codeframe.llm.server.ModelCheck.Finding;
import codeframe.llm.server.RequestHabit;
import codeframe.web.Dollars;
import codeframe.web.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the answer about a drawing shows: key and model, sight, form, and what it took. */
record CheckFindings(LlmServer server, String model, CheckDrawing drawing) {

    /** @param price empty where none is typed yet */
    List<Finding> of(Receipt receipt, ModelAnswer answer, RequestShape shape, Optional<Price> price) {
        var found = new ArrayList<Finding>();
        found.add(new Finding(true, model + " answers" + (server.hasKey() ? ", and the key holds." : ".")));
        found.add(sight(answer));
        found.add(form(answer, shape));
        shape.now().stream()
                .filter(habit -> habit != RequestHabit.JSON_OBJECT && habit != RequestHabit.PLAIN_TEXT)
                .forEach(habit -> found.add(new Finding(true, habit.sentence())));
        found.add(new Finding(true, effort(receipt, price)));
        return found;
    }

    private Finding sight(ModelAnswer answer) {
        var said = said(answer, "colour") + " " + said(answer, "shape");
        if (said.equals(drawing.words())) {
            return new Finding(true, "It sees images: it recognised a " + said + ".");
        } else if (answer.codes().isEmpty()) {
            return new Finding(
                    false,
                    "Whether it sees images is not known: shown a " + drawing.words()
                            + ", it gave no answer that can be" + " used.");
        }
        return new Finding(
                false,
                "It does not see the image, or not well: shown a " + drawing.words() + ", it said “" + said
                        + "”. Is it a model for images?");
    }

    private static String said(ModelAnswer answer, String variable) {
        return answer.codes().stream()
                .filter(code -> code.variable().equals(variable))
                .findFirst()
                .map(code -> code.value() == null ? "unsure" : code.value())
                .orElse("nothing");
    }

    private static Finding form(ModelAnswer answer, RequestShape shape) {
        if (!answer.mistakes().isEmpty()) {
            return new Finding(
                    false,
                    "Its answer is not in the form asked for: "
                            + answer.mistakes().get(0));
        }
        return new Finding(
                true,
                shape.now().stream()
                        .filter(habit -> habit == RequestHabit.PLAIN_TEXT || habit == RequestHabit.JSON_OBJECT)
                        .reduce((first, second) -> second)
                        .map(RequestHabit::sentence)
                        .orElse("Its answer keeps to the schema."));
    }

    private static String effort(Receipt receipt, Optional<Price> price) {
        var took = "It took " + NumberText.decimal(receipt.ms() / 1_000.0, 1) + " seconds";
        var tokens = receipt.tokens();
        var counted = tokens.reported()
                ? ", " + NumberText.count(tokens.input()) + " tokens in and " + NumberText.count(tokens.output())
                        + " out"
                : "; the server does not count tokens";
        return took
                + counted
                + price.map(known -> ", and cost " + Dollars.text(receipt.cost()) + ".")
                        .orElse(
                                ". No price is typed yet: it is booked when you type it on the price list, which a run needs.");
    }
}
