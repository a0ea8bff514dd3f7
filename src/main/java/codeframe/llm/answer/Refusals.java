package codeframe.llm.answer;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Knows a refusal that comes as ordinary text. It is careful: only short texts that begin the way models begin a refusal
 * count, so that a description of a sorry-looking picture is not taken for one.
 */
final class Refusals {
    private static final int LONGEST = 700;

    private static final Pattern BEGINNING = Pattern.compile(
            "^(?:"
                    + "(?:i(?:'m| am) (?:very |really )?sorry|sorry|i apologi[sz]e|unfortunately)\\b.{0,60}\\b(?:can(?:'t|not| not)|"
                    + "unable|won't|not able|must decline)"
                    + "|i (?:can(?:'t|not| not)|won't|must decline)\\b.{0,40}\\b(?:assist|help|comply|identif|analy[sz]e|"
                    + "provide|process|fulfil|continue|do that|code|view|describe|that request|this request)"
                    + "|i(?:'m| am) (?:unable|not able) to (?:assist|help|comply|identif|analy[sz]e|provide|process|fulfil)"
                    + "|(?:es )?tut mir leid\\b.{0,40}\\bkann\\b.{0,80}\\bnicht\\b"
                    + "|ich kann (?:dabei|dir|ihnen|diese[rsnm]?|dieses bild)\\b.{0,60}\\bnicht\\b"
                    + "|lo siento\\b.{0,30}\\bno puedo"
                    + "|(?:je suis désolée?|désolée?)\\b.{0,30}\\bje ne peux pas"
                    + "|mi dispiace\\b.{0,30}\\bnon posso"
                    + "|(?:sinto muito|desculpe)\\b.{0,30}\\bnão posso"
                    + ")",
            Pattern.UNICODE_CHARACTER_CLASS);

    private Refusals() {}

    static boolean isRefusal(String text) {
        var folded = text.strip().toLowerCase(Locale.ROOT).replace('’', '\'').replaceAll("\\s+", " ");
        return folded.length() <= LONGEST && BEGINNING.matcher(folded).find();
    }

    static boolean isRefusal(List<String> texts) {
        return texts.stream().anyMatch(Refusals::isRefusal);
    }
}
