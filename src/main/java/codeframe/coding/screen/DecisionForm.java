package codeframe.coding.screen;

import codeframe.codebook.Codebook;
import codeframe.web.Params;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A decision from the form itself, where the browser runs no script: fields that were not to be asked are left out. */
record DecisionForm(Decision decision) {
    static DecisionForm of(Context ctx, Codebook codebook) {
        Map<String, Decision.Given> answers = new LinkedHashMap<>();
        Map<String, List<String>> values = new HashMap<>();
        for (var variable : codebook.variables()) {
            var state = Params.text(ctx, "state." + variable.key());
            var given = state.isEmpty() ? given(ctx, variable.key()) : List.<String>of();
            answers.put(variable.key(), new Decision.Given(given, state));
            values.put(variable.key(), given);
        }
        var asked = AskedVariables.of(codebook, values);
        answers.keySet().removeIf(key -> !asked.contains(key));
        return new DecisionForm(new Decision(
                Decision.id(Params.text(ctx, "decision")),
                number(Params.text(ctx, "image")),
                Decision.turn(Params.text(ctx, "turn")),
                (int) number(Params.text(ctx, "version")),
                0,
                null,
                Params.text(ctx, "note"),
                !Params.text(ctx, "flagged").isEmpty(),
                answers));
    }

    private static List<String> given(Context ctx, String key) {
        return ctx.formParams("answer." + key).stream()
                .filter(value -> !value.isBlank())
                .toList();
    }

    private static long number(String text) {
        return text.matches("\\d{1,9}") ? Long.parseLong(text) : 0;
    }
}
