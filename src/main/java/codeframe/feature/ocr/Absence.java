package codeframe.feature.ocr;

/** What is told where Tesseract is not installed. */
final class Absence {
    static final String SENTENCE =
            "Tesseract, which reads the text in images, is not installed on this server. On Debian and"
                    + " Ubuntu an administrator installs it with: apt-get install tesseract-ocr tesseract-ocr-eng tesseract-ocr-deu"
                    + " (one package a language). The Docker image has it. Where the command has another place, CODEFRAME_TESSERACT"
                    + " names it.";

    private Absence() {}
}
