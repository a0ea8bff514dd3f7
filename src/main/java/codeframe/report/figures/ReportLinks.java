package codeframe.report.figures;

/** Where the images behind the numbers of a report are shown; empty where there is nowhere to go. */
public interface ReportLinks {
    ReportLinks NONE = new ReportLinks() {};

    default String category(String category) {
        return "";
    }

    /** Of two coders, by name. */
    default String pair(String a, String b) {
        return "";
    }

    default String cell(String row, String column) {
        return "";
    }
}
