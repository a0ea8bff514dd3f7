package codeframe;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The architecture of the design, held by the compiler's output. */
class ArchitectureTest {
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("codeframe");

    private static final Pattern FLOOR = Pattern.compile("(?m)^\\d\\. (.*)$");
    private static final Pattern WITHIN = Pattern.compile("(?m)^- `(\\w+)`: ((?:.|\\n {2})*)");
    private static final Pattern NAMED = Pattern.compile("`([a-z.]+)`");

    @Test
    void web_is_a_leaf() {
        classes()
                .that()
                .resideInAPackage("codeframe.web..")
                .should()
                .onlyDependOnClassesThat(resideInAPackage("codeframe.web..")
                        .or(resideInAPackage("codeframe.templates.."))
                        .or(not(resideInAPackage("codeframe.."))))
                .andShould()
                .onlyDependOnClassesThat(not(resideInAPackage("org.jdbi..")))
                .check(CODE);
    }

    /** Whoever looks for a class finds one. */
    @Test
    void a_simple_name_occurs_once() {
        var names = CODE.stream()
                .filter(type -> type.isTopLevelClass() && !type.getPackageName().startsWith("codeframe.templates"))
                .map(JavaClass::getSimpleName)
                .filter(name -> !name.equals("package-info"))
                .toList();
        assertThat(names).hasSizeGreaterThan(1_000).doesNotHaveDuplicates();
    }

    @Test
    void only_config_reads_the_environment() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("codeframe.Config")
                .should()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .check(CODE);
    }

    @Test
    void pages_and_forms_know_no_database() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Pages")
                .or()
                .haveSimpleNameEndingWith("Form")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.jdbi..", "java.sql.."))
                .check(CODE);
    }

    @Test
    void arithmetic_depends_on_nothing_of_ours() {
        classes()
                .that()
                .resideInAPackage("codeframe.statistics..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("codeframe.statistics..", "java..", "org.apache.commons.."))
                .allowEmptyShould(true)
                .check(CODE);
    }

    @Test
    void only_the_composition_root_knows_a_classifier() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "codeframe.clip..", "codeframe.llm..", "codeframe.vote..", "codeframe.templates..")
                .and()
                .resideOutsideOfPackages("codeframe", "codeframe.wiring")
                .should()
                .dependOnClassesThat(resideInAnyPackage("codeframe.clip..", "codeframe.llm..", "codeframe.vote.."))
                .check(CODE);
    }

    @Test
    void features_depend_on_each_other_in_one_direction() {
        oneDirection("codeframe.(*)..");
    }

    @Test
    void packages_depend_on_each_other_in_one_direction() {
        oneDirection("codeframe.(**)");
    }

    /** The floors are those of CONTRIBUTING.md; the root is over all of them. */
    @Test
    void no_floor_uses_a_higher_one() throws IOException {
        var plan = Files.readString(Path.of("CONTRIBUTING.md"));
        plan = plan.substring(plan.indexOf("### Floors"), plan.indexOf("No package depends on one"));
        var floors = FLOOR.matcher(plan).results().map(line -> line.group(1)).toList();
        assertThat(floors).hasSizeGreaterThan(6);
        apart("codeframe", floors);
        var within = WITHIN.matcher(plan).results().toList();
        assertThat(within).hasSizeGreaterThan(2);
        within.forEach(line ->
                apart("codeframe." + line.group(1), List.of(line.group(2).split("·"))));
    }

    private static void apart(String root, List<String> floors) {
        var packages = floors.stream()
                .map(floor -> NAMED.matcher(floor)
                        .results()
                        .map(name -> root + "." + name.group(1))
                        .toList())
                .toList();
        assertThat(CODE.stream()
                        .map(JavaClass::getPackageName)
                        .filter(name -> name.startsWith(root + ".") && !name.startsWith("codeframe.templates"))
                        .filter(name -> packages.stream().flatMap(List::stream).noneMatch(one -> in(name, one))))
                .as("on no floor of " + root)
                .isEmpty();
        for (int floor = 0; floor + 1 < packages.size(); floor++) {
            var higher = packages.subList(floor + 1, packages.size()).stream()
                    .flatMap(List::stream)
                    .map(name -> name + "..")
                    .toArray(String[]::new);
            var own = packages.get(floor).stream().map(name -> name + "..").toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAnyPackage(own)
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(higher).and(not(resideInAnyPackage(own))))
                    .check(CODE);
        }
    }

    private static boolean in(String name, String floor) {
        return name.equals(floor) || name.startsWith(floor + ".");
    }

    private static void oneDirection(String packages) {
        slices().matching(packages)
                .should()
                .beFreeOfCycles()
                .ignoreDependency(resideInAnyPackage("codeframe.templates.."), resideInAnyPackage("codeframe.."))
                .ignoreDependency(resideInAnyPackage("codeframe.."), resideInAnyPackage("codeframe.templates.."))
                .check(CODE);
    }
}
