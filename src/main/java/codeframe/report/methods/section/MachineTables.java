package codeframe.report.methods.section;

import codeframe.report.document.Bilingual;
import codeframe.report.document.PrintedTable;
import codeframe.report.document.Section;
import codeframe.report.document.Verbatim;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What machines were given: parameters, phrases, and prompts as they were sent. */
final class MachineTables {
    private MachineTables() {}

    static Section of(Material material) {
        return new Section(
                "machines",
                new Bilingual("Machines", "Maschinelle Codierung"),
                List.of(),
                CollectionTables.filled(parameters(material.runs().told()), phrases(material)),
                prompts(material.runs().told()));
    }

    private static PrintedTable parameters(List<MethodsRows.RunFacts> runs) {
        var rows = new ArrayList<List<Bilingual>>();
        for (var run : runs) {
            run.parameters().tree().properties().stream()
                    .filter(entry -> !entry.getKey().equals("prompt"))
                    .forEach(entry -> rows.add(List.of(
                            Bilingual.of(run.name()),
                            Bilingual.of(entry.getKey()),
                            Bilingual.of(
                                    entry.getValue().isValueNode()
                                            ? entry.getValue().asText()
                                            : entry.getValue().toString()))));
        }
        return new PrintedTable(
                "parameters",
                new Bilingual("Parameters of the runs", "Parameter der Läufe"),
                3,
                List.of(new Bilingual("Run", "Lauf"), Bilingual.of("Parameter"), new Bilingual("Value", "Wert")),
                rows);
    }

    /** Of every codebook version that a run of CLIP compared by. */
    private static PrintedTable phrases(Material material) {
        var versions = material.runs().told().stream()
                .filter(run -> run.kind().equals("clip"))
                .map(MethodsRows.RunFacts::codebookVersion)
                .collect(Collectors.toSet());
        var asked = material.runs().told().stream()
                .filter(run -> run.kind().equals("clip"))
                .flatMap(run -> run.variables().stream())
                .collect(Collectors.toSet());
        var rows = new ArrayList<List<Bilingual>>();
        material.versions().stream()
                .filter(version -> versions.contains(version.number()))
                .forEach(version -> phrases(version, asked, rows));
        return new PrintedTable(
                "phrases",
                new Bilingual("Phrases that images were compared with", "Phrasen, mit denen Bilder verglichen wurden"),
                4,
                List.of(
                        Bilingual.of("Version"),
                        Bilingual.of("Variable"),
                        new Bilingual("Category", "Kategorie"),
                        new Bilingual("Phrases", "Phrasen")),
                rows);
    }

    private static void phrases(MethodsRows.Published version, Set<String> asked, List<List<Bilingual>> rows) {
        CodebookSection.read(version).variables().stream()
                .filter(variable -> asked.contains(variable.key()))
                .forEach(variable -> variable.categories().stream()
                        .filter(category -> !category.phrases().isEmpty())
                        .forEach(category -> rows.add(List.of(
                                Bilingual.of(Integer.toString(version.number())),
                                Bilingual.of(variable.label()),
                                Bilingual.of(variable.labelOf(category.key())),
                                Bilingual.of(String.join("; ", category.phrases()))))));
    }

    private static List<Verbatim> prompts(List<MethodsRows.RunFacts> runs) {
        var prompts = new ArrayList<Verbatim>();
        for (var run : runs) {
            var prompt = run.parameters().tree().path("prompt");
            var text = new StringBuilder();
            prompt.path("parts")
                    .path("parts")
                    .forEach(part -> text.append(part.path("text").asText()).append("\n\n"));
            if (!text.isEmpty()) {
                var name = run.name() + ", SHA-256 " + prompt.path("sha256").asText();
                prompts.add(new Verbatim(
                        new Bilingual("Prompt of " + name, "Prompt von " + name),
                        text.toString().strip()));
            }
        }
        return prompts;
    }
}
