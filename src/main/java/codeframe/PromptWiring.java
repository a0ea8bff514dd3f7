package codeframe;

import codeframe.codebook.Codebooks;
import codeframe.image.Images;
import codeframe.llm.example.ExamplePages;
import codeframe.llm.example.Examples;
import codeframe.llm.prompt.PromptEdits;
import codeframe.llm.prompt.PromptPages;
import io.javalin.router.JavalinDefaultRoutingApi;

/** What a language model is asked: the prompt beside the codebook, and the shelf of examples. */
final class PromptWiring {
    private PromptWiring() {}

    static void mount(Kit kit, JavalinDefaultRoutingApi routes) {
        var codebooks = kit.rows(Codebooks.class);
        new PromptPages(codebooks, kit.rows(PromptEdits.class), kit.access(), kit.templates()).mount(routes);
        var examples = kit.rows(Examples.class);
        var images = kit.rows(Images.class);
        new ExamplePages(examples, codebooks, images, kit.access(), kit.templates()).mount(routes);
    }
}
