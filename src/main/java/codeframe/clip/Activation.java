package codeframe.clip;

/** The bend between the two matrices of a layer; the number is what clip.ts knows it by. */
enum Activation {
    QUICK_GELU(0, "quick GELU"),
    GELU(1, "exact GELU"),
    GELU_TANH(2, "GELU in its tanh form");

    final int number;
    final String label;

    Activation(int number, String label) {
        this.number = number;
        this.label = label;
    }

    /** By the name that Hugging Face's config.json has for it; several of its names compute the same. */
    static Activation of(Fields fields, String field) {
        return switch (fields.text(field, "quick_gelu")) {
            case "quick_gelu" -> QUICK_GELU;
            case "gelu", "gelu_python" -> GELU;
            case "gelu_new", "gelu_pytorch_tanh", "gelu_python_tanh", "gelu_fast", "gelu_accurate" -> GELU_TANH;
            default ->
                throw fields.refused(
                        field,
                        "the activations that can be computed are quick_gelu, gelu, gelu_new and gelu_pytorch_tanh");
        };
    }
}
