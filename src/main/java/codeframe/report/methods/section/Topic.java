package codeframe.report.methods.section;

import codeframe.report.document.Bilingual;
import codeframe.report.document.Sentence;
import codeframe.web.Word;

/** What only people know of a study: it stands in the methods section as a sentence to write until it is recorded. */
public enum Topic implements Word {
    COLLECTION(
            "How the images were collected",
            "Wie die Bilder erhoben wurden",
            "The collection is not recorded: say from where, by which means and by which criteria the images came.",
            "Die Erhebung ist nicht festgehalten: woher, auf welchem Weg und nach welchen Kriterien die Bilder kamen."),
    EXCLUSIONS(
            "What was excluded",
            "Was ausgeschlossen wurde",
            "Exclusions are not recorded: say what was left out before the import, and why.",
            "Ausschlüsse sind nicht festgehalten: was vor dem Import wegfiel und warum."),
    RIGHTS(
            "Licence and consent",
            "Lizenz und Einwilligung",
            "Licence and consent are not recorded: say by which right the images are used and who looked at the ethics.",
            "Lizenz und Einwilligung sind nicht festgehalten: mit welchem Recht die Bilder genutzt werden und wer die"
                    + " Ethik geprüft hat."),
    CODEBOOK(
            "Where the codebook comes from",
            "Woher das Codebuch stammt",
            "The origin of the codebook is not recorded: say on which theory or earlier instrument it rests.",
            "Die Herkunft des Codebuchs ist nicht festgehalten: auf welche Theorie oder welches Instrument es sich stützt."),
    SIZE(
            "Why the samples have their size",
            "Warum die Stichproben so groß sind",
            "The rule for the size of the samples is not recorded: say which width or power was wanted.",
            "Die Regel für den Umfang der Stichproben ist nicht festgehalten: welche Genauigkeit angestrebt wurde."),
    CODERS(
            "Who the coders are",
            "Wer codiert hat",
            "The coders are not described: say what they have learned, and whether they knew the hypotheses.",
            "Die codierenden Personen sind nicht beschrieben: ihre Ausbildung und ob sie die Hypothesen kannten."),
    TRAINING(
            "How the coders were trained",
            "Wie geschult wurde",
            "Training is not recorded: say in how many rounds and hours, and what changed after each.",
            "Die Schulung ist nicht festgehalten: in wie vielen Runden und Stunden, und was sich danach änderte."),
    ADJUDICATION(
            "Who settled contested codes",
            "Wer strittige Codes entschieden hat",
            "Adjudication is not recorded: say who settled contested codes, and by which rule.",
            "Die Entscheidung strittiger Codes ist nicht festgehalten: wer sie traf und nach welcher Regel."),
    MODELS(
            "Which snapshots of the models were used",
            "Welche Modellstände genutzt wurden",
            "The snapshot of the models is not recorded: say which dated version or revision answered.",
            "Der Stand der Modelle ist nicht festgehalten: welche datierte Fassung oder Revision geantwortet hat.");

    private final Bilingual title;
    private final Bilingual missing;

    Topic(String english, String german, String missing, String fehlt) {
        this.title = new Bilingual(english, german);
        this.missing = new Bilingual(missing, fehlt);
    }

    public Bilingual title() {
        return title;
    }

    /** What is to be told, as a sentence to write. */
    Sentence missing() {
        return Sentence.missing(word(), missing.english(), missing.german());
    }
}
