package codeframe.coding.intake;

/**
 * What is said beside a file, empty where the file itself says it.
 *
 * @param variable of a table with one column per coder
 * @param coder whose answers they are, where the file does not tell or tells it wrongly
 * @param sheet of a workbook, by its name
 * @param match the field of a Label Studio task that names the image
 */
public record ImportChoices(String variable, String coder, String match, String sheet) {}
