package codeframe.llm.run;

import codeframe.llm.ask.PostTerms;
import codeframe.llm.ask.RequestFields;
import codeframe.llm.prompt.Detail;
import codeframe.llm.prompt.Evidence;
import codeframe.llm.prompt.Phrasing;
import codeframe.llm.prompt.PromptOptions;
import codeframe.llm.prompt.PromptParts;
import codeframe.llm.prompt.SchemaMode;
import codeframe.llm.prompt.Split;
import codeframe.web.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The terms of a run as somebody types or sends them: every value is read as text, whatever is absent has the usual value,
 * and each mistake is a sentence beside its field.
 */
final class RunTermsForm {
    static final int EDGE = 1024;
    static final int MAX_TOKENS = 1000;

    /** Pictures of a post or frames of a video that go in one request. */
    static final int UNIT_PICTURES = 10;

    static final int MOST_UNIT_PICTURES = 60;

    private final JsonNode fields;
    private final List<Problem.Mistake> mistakes = new ArrayList<>();

    RunTermsForm(JsonNode fields, Evidence evidence) {
        this.fields = fields;
        var known = RunTermsFields.of(evidence);
        var unknown = new TreeSet<String>();
        fields.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            wrong(
                    "parameters",
                    "A run by a model has no \"" + unknown.first() + "\"; it has " + String.join(", ", known) + ".");
        }
    }

    List<Problem.Mistake> mistakes() {
        return mistakes;
    }

    void wrong(String field, String sentence) {
        mistakes.add(new Problem.Mistake(field, 0, sentence));
    }

    String text(String field) {
        return fields.path(field).asText("").strip();
    }

    Detail detail() {
        return text("detail").isEmpty()
                ? Detail.AUTO
                : Detail.named(text("detail"))
                        .orElseGet(() -> wrong("detail", "Detail is low, high or auto.", Detail.AUTO));
    }

    String format() {
        var format = text("format").isEmpty() ? "jpeg" : text("format");
        return format.matches("jpeg|png") ? format : wrong("format", "Images are sent as jpeg or png.", "jpeg");
    }

    int whole(String field, int usual, int least, int most) {
        var typed = text(field);
        if (typed.isEmpty()) {
            return usual;
        }
        return typed.matches("\\d{1,7}") && Integer.parseInt(typed) >= least && Integer.parseInt(typed) <= most
                ? Integer.parseInt(typed)
                : wrong(field, "A whole number from " + least + " to " + most + ".", usual);
    }

    /** Null where nothing is to be sent; absent is 0. */
    Double temperature() {
        var typed = fields.has("temperature") ? text("temperature") : "0";
        if (typed.isEmpty()) {
            return null;
        }
        return typed.matches("\\d(\\.\\d{1,3})?") && Double.parseDouble(typed) <= 2
                ? Double.valueOf(typed)
                : wrong("temperature", "A number from 0 to 2, or nothing to leave it to the model.", Double.valueOf(0));
    }

    PostTerms post() {
        return new PostTerms(
                flag("post_caption", false),
                flag("post_account", false),
                flag("post_date", false),
                flag("transcript", false),
                whole("post_pictures", 0, 0, PostTerms.MOST_PICTURES));
    }

    RequestFields requestFields() {
        return new RequestFields(
                flag("send_seed", true),
                oneOf("effort", RequestFields.EFFORTS),
                oneOf("token_limit", RequestFields.LIMIT_NAMES),
                RequestFieldsReading.of(fields.path("fields"), sentence -> wrong("fields", sentence)),
                logprobs());
    }

    private boolean logprobs() {
        boolean asked = flag("logprobs", false);
        if (asked && whole("samples", 1, 1, 1_000) > 1) {
            wrong(
                    "logprobs",
                    "With several samples the share of the most frequent answer is the confidence. Ask for one sample, or"
                            + " for no probabilities.");
        }
        return asked;
    }

    /** Empty where nothing is chosen. */
    private String oneOf(String field, List<String> known) {
        var typed = text(field);
        return typed.isEmpty() || known.contains(typed)
                ? typed
                : wrong(field, "This is " + String.join(", ", known) + ", or nothing.", "");
    }

    boolean flag(String field, boolean usual) {
        return switch (text(field)) {
            case "" -> usual;
            case "true" -> true;
            case "false" -> false;
            default -> wrong(field, "This is true or false.", usual);
        };
    }

    /** Null where none was typed. */
    BigDecimal dollars(String field) {
        var typed = text(field);
        if (typed.isEmpty()) {
            return null;
        }
        return typed.matches("\\d{1,9}(\\.\\d{1,12})?")
                ? new BigDecimal(typed)
                : wrong(field, "Dollars such as 2.50.", (BigDecimal) null);
    }

    PromptOptions options() {
        var schema = text("schema").isEmpty()
                ? SchemaMode.STRICT
                : SchemaMode.named(text("schema"))
                        .orElseGet(() -> wrong("schema", "The schema is strict, json or text.", SchemaMode.STRICT));
        var split = text("split").isEmpty()
                ? Split.WHOLE
                : Split.named(text("split"))
                        .orElseGet(() -> wrong("split", "Variables are split whole, group or variable.", Split.WHOLE));
        return new PromptOptions(
                flag("anonymity", true), split, flag("sequential", false), flag("shuffle", false), schema, examples());
    }

    /** In which words the prompt is put. */
    Phrasing phrasing() {
        return text("phrasing").isEmpty()
                ? Phrasing.USUAL
                : Phrasing.named(text("phrasing"))
                        .orElseGet(() -> wrong("phrasing", "The wording is usual, second or third.", Phrasing.USUAL));
    }

    /** Parts of the prompt that are rewritten for this run alone, by their names. */
    Map<String, String> parts(PromptParts known) {
        var parts = new LinkedHashMap<String, String>();
        fields.path("parts").properties().forEach(part -> {
            if (known.part(part.getKey()).isEmpty()) {
                wrong("prompt", "The prompt has no part \"" + part.getKey() + "\".");
            }
            parts.put(
                    part.getKey(),
                    part.getValue().asText().replace("\r\n", "\n").strip());
        });
        return parts;
    }

    /** A list, or numbers with commas between. */
    private List<Long> examples() {
        var ids = new ArrayList<String>();
        if (fields.path("examples").isArray()) {
            fields.path("examples").forEach(id -> ids.add(id.asText()));
        } else if (!text("examples").isEmpty()) {
            ids.addAll(List.of(text("examples").split("\\s*,\\s*", -1)));
        }
        if (!ids.stream().allMatch(id -> id.matches("\\d{1,18}"))) {
            return wrong("examples", "Examples are numbers of images.", List.of());
        }
        return ids.stream().map(Long::valueOf).toList();
    }

    private <T> T wrong(String field, String sentence, T usual) {
        wrong(field, sentence);
        return usual;
    }
}
