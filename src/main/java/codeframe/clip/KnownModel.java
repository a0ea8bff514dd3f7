package codeframe.clip;

import java.util.List;

/** A model on the hub that is known to work; the size is roughly what is downloaded, in millions of bytes. */
public record KnownModel(String name, String about, int megabytes) {
    public static final List<KnownModel> ALL = List.of(
            new KnownModel(
                    "openai/clip-vit-base-patch32",
                    "The usual choice: fast, and what most published studies used.",
                    605),
            new KnownModel("openai/clip-vit-base-patch16", "Sees finer detail; about four times the work.", 600),
            new KnownModel("openai/clip-vit-large-patch14", "OpenAI’s large model; about twenty times the work.", 1710),
            new KnownModel(
                    "openai/clip-vit-large-patch14-336",
                    "The same with larger input; about forty times the work.",
                    1710),
            new KnownModel(
                    "laion/CLIP-ViT-B-32-laion2B-s34B-b79K",
                    "As fast as the first, trained on open data (LAION-2B).",
                    605),
            new KnownModel(
                    "laion/CLIP-ViT-L-14-laion2B-s32B-b82K", "A large model trained on open data (LAION-2B).", 1710));
}
