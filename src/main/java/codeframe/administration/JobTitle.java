package codeframe.administration;

/** What a job of the scheduler is called on a page. */
public final class JobTitle {
    private JobTitle() {}

    /** @param instance of one job, or empty for all of the task */
    public static String of(String task, String instance) {
        var number = instance.replaceFirst("\\D.*", "");
        return switch (task) {
            case "run" -> number.isEmpty() ? "Runs" : "Run " + number + ", lane " + instance.replaceFirst(".*\\.", "");
            case "import" -> number.isEmpty() ? "Imports" : "Import " + number;
            case "import-match" ->
                number.isEmpty() ? "Rows of imports, matched again" : "Import " + number + ", rows matched again";
            case "ocr" -> number.isEmpty() ? "Text in images" : "Text in images, source " + number;
            case "vision" -> number.isEmpty() ? "Google Cloud Vision" : "Google Cloud Vision, source " + number;
            case "tags" -> number.isEmpty() ? "Tags by CLIP" : "Tags by CLIP, source " + number;
            case "run-watch" -> "Runs without a worker are looked for";
            case "silent-claims" -> "Images that nobody goes on coding are given back";
            case "llm-ledger" -> "Requests to LLM servers that were lost are settled";
            case "vision-ledger" -> "Requests to Google Cloud Vision that were lost are settled";
            case "demo" -> "The demo project is made";
            default -> instance.isEmpty() ? task : task + " " + instance;
        };
    }
}
