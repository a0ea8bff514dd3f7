package codeframe.wiring;

import codeframe.codebook.Codebooks;
import codeframe.image.Images;
import codeframe.llm.example.ExamplePages;
import codeframe.llm.example.PromptExamples;
import codeframe.llm.prompt.PromptEdits;
import codeframe.llm.prompt.PromptPages;
import io.javalin.router.JavalinDefaultRoutingApi;

/** What a language model is asked: the prompt beside the codebook, and its examples. */
public final class PromptWiring {
    private PromptWiring() {}

    public static void mount(FeatureContext context, JavalinDefaultRoutingApi routes) {
        var codebooks = context.rows(Codebooks.class);
        new PromptPages(codebooks, context.rows(PromptEdits.class), context.access(), context.templates())
                .mount(routes);
        var examples = context.rows(PromptExamples.class);
        var images = context.rows(Images.class);
        new ExamplePages(examples, codebooks, images, context.access(), context.templates()).mount(routes);
    }
}
