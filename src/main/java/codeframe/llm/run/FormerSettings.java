package codeframe.llm.run;

import codeframe.codebook.Unit;
import codeframe.feature.telling.FeatureOffers;
import codeframe.feature.telling.FeatureReading;
import codeframe.feature.telling.FeatureTerms;
import codeframe.llm.ask.RunTerms;
import codeframe.run.FormerRun;
import codeframe.run.Run;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The settings of a run by a model, put into the form of a new one as far as they can still be chosen. */
record FormerSettings(Run run, RunTerms terms, LlmRunForm form) {
    /** A form that is filled, and what of the settings is otherwise by now. */
    record Filled(LlmRunForm form, FormerRun former) {}

    static Filled of(Run run, LlmRunForm proposed, List<Long> pool) {
        return new FormerSettings(run, RunTerms.of(run.parameters()), proposed).filled(pool);
    }

    private Filled filled(List<Long> pool) {
        var values = request();
        var changes = new ArrayList<String>();
        if (form.choices().servers().stream().anyMatch(server -> server.id() == terms.server())) {
            values.put("server", Long.toString(terms.server()));
        } else {
            values.put("server", "");
            changes.add("Its server is no longer here: choose one.");
        }
        values.putAll(prompt(changes));
        if (terms.features() != null) {
            values.putAll(told(changes));
        }
        var examples = terms.examples().stream().filter(pool::contains).toList();
        if (examples.size() < terms.examples().size()) {
            changes.add("Not all of its examples are among the project’s by now.");
        }
        var filled = form.like(
                values,
                form.evidence().describes() ? form.variables() : FormerRun.variables(run, form.offer()),
                examples.stream().map(String::valueOf).toList());
        return new Filled(filled, FormerRun.of(run, form.offer()).and(changes));
    }

    private Map<String, String> request() {
        var options = terms.prompt().options();
        var values = new LinkedHashMap<String, String>();
        values.put("model", run.model());
        values.put("seed", Long.toString(run.seed()));
        values.put("detail", terms.detail().word());
        values.put("edge", Integer.toString(terms.edge()));
        values.put("format", terms.format());
        values.put(
                "temperature",
                terms.temperature() == null
                        ? ""
                        : terms.temperature().toString().replaceAll("\\.0$", ""));
        values.put("send_seed", Boolean.toString(terms.fields().seed()));
        values.put("logprobs", Boolean.toString(terms.fields().logprobs()));
        values.put("effort", terms.fields().effort());
        values.put("token_limit", terms.fields().limitName());
        var further = terms.fields().further();
        values.put("fields", further.isEmpty() ? "" : further.toString());
        values.put("max_tokens", Integer.toString(terms.maxTokens()));
        values.put("samples", Integer.toString(terms.samples()));
        values.put("post_caption", Boolean.toString(terms.post().caption()));
        values.put("post_account", Boolean.toString(terms.post().account()));
        values.put("post_date", Boolean.toString(terms.post().date()));
        values.put("transcript", Boolean.toString(terms.post().transcript()));
        values.put("unit", run.unit().several() ? "" : Unit.IMAGE.word());
        values.put(
                "unit_pictures",
                Integer.toString(terms.unitPictures() > 0 ? terms.unitPictures() : RunTermsForm.UNIT_PICTURES));
        values.put("post_pictures", Integer.toString(terms.post().pictures()));
        values.put("batch", Boolean.toString(terms.batch()));
        values.put(
                "cap",
                terms.cap().signum() == 0
                        ? ""
                        : terms.cap().stripTrailingZeros().toPlainString());
        values.put("schema", options.schema().word());
        values.put("split", options.split().word());
        values.put("sequential", Boolean.toString(options.showIfSequential()));
        values.put("shuffle", Boolean.toString(options.shuffleCategories()));
        values.put("anonymity", Boolean.toString(options.anonymity()));
        return values;
    }

    /** By another version of the codebook, what is asked of its variables is as the prompt has it now. */
    private Map<String, String> prompt(List<String> changes) {
        boolean same = form.evidence().describes()
                || form.offer().version().stream().anyMatch(version -> version.id() == run.codebookVersionId());
        var values = new LinkedHashMap<String, String>();
        for (var part : terms.prompt().parts().parts()) {
            if (same || !part.followsCodebook()) {
                values.put(LlmRunForm.PART + part.name(), part.text());
            }
        }
        if (!same) {
            changes.add("What is asked of each variable is as the prompt has it now.");
        }
        return values;
    }

    private Map<String, String> told(List<String> changes) {
        var read = terms.features().read();
        var values = new LinkedHashMap<String, String>();
        for (var offer : form.choices().features()) {
            values.put(FeatureFields.TOLD + offer.id(), "false");
        }
        for (int i = 0; i < read.size(); i++) {
            var one = read.get(i);
            var offer = form.choices().features().stream()
                    .filter(other -> isOf(other, one))
                    .findFirst();
            if (offer.isEmpty()) {
                changes.add(one.label() + " of " + one.title() + " is no longer here.");
            } else {
                var id = offer.get().id();
                values.put(FeatureFields.TOLD + id, "true");
                values.put(FeatureFields.PLACE + id, Integer.toString(i + 1));
                values.put(FeatureFields.LIMIT + id, Integer.toString(one.limit()));
            }
        }
        values.putAll(left(terms.features()));
        return values;
    }

    private static boolean isOf(FeatureOffers.Offer offer, FeatureReading one) {
        return offer.source() == one.source() && offer.kind().equals(one.kind());
    }

    private static Map<String, String> left(FeatureTerms terms) {
        var folded = terms.folded().entrySet().stream()
                .map(pair -> pair.getKey() + " = " + pair.getValue())
                .toList();
        return Map.of(
                "threshold", Double.toString(terms.threshold()),
                "ignored", String.join("\n", terms.ignored()),
                "folded", String.join("\n", folded));
    }
}
