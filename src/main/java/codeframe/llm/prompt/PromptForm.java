package codeframe.llm.prompt;

import codeframe.web.Links;
import codeframe.web.Params;
import io.javalin.http.Context;
import java.util.List;

/** How the prompt page is asked to show the prompt: the same choices that a run has. */
public record PromptForm(String of, PromptOptions options) {
    /** @param latest which codebook is shown when the address does not say: draft or published */
    static PromptForm of(Context ctx, String latest) {
        var of = Params.query(ctx, "of");
        return new PromptForm(
                of.equals("draft") || of.equals("published") ? of : latest,
                new PromptOptions(
                        !Params.query(ctx, "anonymity").equals("off"),
                        Split.named(Params.query(ctx, "split")).orElse(Split.WHOLE),
                        Params.query(ctx, "sequential").equals("true"),
                        Params.query(ctx, "shuffle").equals("true"),
                        SchemaMode.named(Params.query(ctx, "schema")).orElse(SchemaMode.STRICT),
                        List.of()));
    }

    public boolean draft() {
        return of.equals("draft");
    }

    /** For links that keep the choices. */
    public String toQuery() {
        return "of=" + Links.encode(of)
                + "&anonymity=" + (options.anonymity() ? "on" : "off")
                + "&split=" + options.split().word()
                + "&sequential=" + options.showIfSequential()
                + "&shuffle=" + options.shuffleCategories()
                + "&schema=" + options.schema().word();
    }
}
