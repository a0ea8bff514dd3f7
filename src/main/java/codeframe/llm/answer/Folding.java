package codeframe.llm.answer;

import java.text.Normalizer;
import java.util.Locale;

/** Case and space folding: "Street or plaza", "street_or_plaza" and "StreetOrPlaza" are the same word. */
final class Folding {
    private Folding() {}

    static String of(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{Cf}", "")
                .replaceAll("[\\s\\p{Z}_\\-‐‑–]+", "");
    }
}
