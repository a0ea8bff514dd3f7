package codeframe.llm.prompt;

import codeframe.codebook.Codebook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The prompt page.
 *
 * @param version number of the published version it is made from, 0 for the draft
 * @param published number of the latest published version, 0 when there is none
 * @param parts in the order of the prompt
 * @param left rewritten parts that the codebook no longer has a place for
 * @param askings the requests for one image; none when the codebook has no variables
 */
public record PromptView(
        PromptForm form,
        Codebook codebook,
        int version,
        int published,
        List<Part> parts,
        List<PromptEdits.Edit> left,
        List<Asking> askings) {

    /**
     * One part as it is shown and rewritten.
     *
     * @param mistake what is wrong with what was typed, or empty
     */
    public record Part(
            PromptPart part, String generated, Optional<PromptEdits.Edit> edit, boolean open, String mistake) {
        /** What can be filled in, or null where nothing is. */
        public String hint() {
            var found = Placeholders.in(generated);
            return found.isEmpty() ? null : "Filled in for every request: " + String.join(", ", found) + ".";
        }

        /** The codebook gives another text than when the part was rewritten. */
        public boolean movedOn() {
            return edit.map(one -> !one.generated().equals(generated)).orElse(false);
        }

        public List<WordDiff.Piece> changes() {
            return WordDiff.of(generated, part.text());
        }

        /** Fit for an id and for a place in the page's address. */
        public String anchor() {
            return "part-" + Integer.toHexString(part.name().hashCode());
        }
    }

    /** Whether any variable is asked only on a condition. */
    public boolean conditional() {
        return codebook.variables().stream()
                .anyMatch(variable -> !variable.showIf().always());
    }

    public boolean rewritten() {
        return parts.stream().anyMatch(part -> part.edit().isPresent()) || !left.isEmpty();
    }

    public long tokens() {
        return askings.stream().mapToLong(TextTokens::in).sum();
    }

    static List<Part> parts(Codebook codebook, List<PromptEdits.Edit> edits, String open) {
        var parts = new ArrayList<Part>();
        for (var part : PromptParts.of(codebook).parts()) {
            var edit =
                    edits.stream().filter(one -> one.name().equals(part.name())).findFirst();
            var shown = edit.map(one -> part.withText(one.content())).orElse(part);
            var mistake = PartChecks.mistake(shown, codebook).orElse("");
            parts.add(new Part(shown, part.text(), edit, part.name().equals(open), mistake));
        }
        return parts;
    }
}
