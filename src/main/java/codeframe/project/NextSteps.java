package codeframe.project;

import codeframe.web.NumberText;
import codeframe.web.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What somebody can do next in a project, from facts: what waits for them first, then what waits for an owner. */
public final class NextSteps {
    private final Waiting waiting;

    public NextSteps(Waiting waiting) {
        this.waiting = waiting;
    }

    /** In all projects of a person. */
    public List<NextStep> coding(long user) {
        return waiting.images(user).stream()
                .map(one -> coding(one, "“" + one.name() + "” of " + one.project()))
                .toList();
    }

    private static NextStep coding(Waiting.Images images, String where) {
        var fact = NumberText.count(images.left(), "image waits", "images wait") + " for you";
        return new NextStep(fact, "In the sample " + where + ".", "Code", images.path());
    }

    public List<NextStep> of(Membership project, long user, Projects.Progress progress) {
        var steps = new ArrayList<NextStep>();
        waiting.images(user).stream()
                .filter(one -> one.projectId() == project.id())
                .forEach(one -> steps.add(coding(one, "“" + one.name() + "”")));
        if (project.asRole() == Role.OWNER) {
            var base = "/projects/" + project.id();
            waiting.runs(project.id()).forEach(run -> steps.add(halted(base, run)));
            waiting.samples(project.id(), user).forEach(sample -> steps.add(of(base, sample)));
            first(base, progress).forEach(steps::add);
        }
        return steps;
    }

    private static NextStep halted(String base, Waiting.Run run) {
        return new NextStep(
                "The run “" + run.name() + "” " + (run.paused() ? "is paused" : "stopped"),
                run.why(),
                "Look at the run",
                base + "/runs/" + run.id());
    }

    private static NextStep of(String base, Waiting.Sample sample) {
        var path = base + "/samples/" + sample.id();
        var name = "“" + sample.name() + "”";
        if (!sample.closed() && sample.done() >= sample.wanted()) {
            return new NextStep(name + " is coded", all(sample), "Close the coding", path);
        } else if (!sample.closed()) {
            var fact = name + " is being coded: " + NumberText.count(sample.done()) + " of "
                    + NumberText.count(sample.wanted(), "coding", "codings") + " done";
            return new NextStep(fact, "", "See how far each coder is", path);
        } else if (sample.contested() > 0) {
            var fact = NumberText.count(sample.contested(), "code", "codes") + " of " + name
                    + (sample.contested() == 1 ? " is contested" : " are contested");
            return new NextStep(fact, "Coders disagree, and no rule settled it.", "Settle", path + "/adjudication");
        }
        return new NextStep(
                name + " is coded and still sealed",
                "Open it once the prompt and the model stand; that is done once.",
                "Look at the sample",
                path);
    }

    private static String all(Waiting.Sample sample) {
        return "All " + NumberText.count(sample.wanted(), "coding is", "codings are")
                + " done. Agreement and gold come when the coding is closed.";
    }

    /** The first of what every study needs that is not there yet. */
    private static Stream<NextStep> first(String base, Projects.Progress has) {
        if (has.images() == 0) {
            return Stream.of(new NextStep("No images yet", "", "Import images", base + "/imports/new"));
        } else if (has.versions() == 0) {
            return Stream.of(
                    has.draft()
                            ? new NextStep(
                                    "The codebook is a draft",
                                    "People and machines code by a published version.",
                                    "Publish it",
                                    base + "/codebook/publish")
                            : new NextStep("No codebook yet", "", "Write the codebook", base + "/codebook"));
        } else if (has.samples() == 0) {
            return Stream.of(new NextStep(
                    "Nobody codes yet",
                    "A pilot shows where coders disagree.",
                    "Draw a sample",
                    base + "/samples/new"));
        } else if (has.runs() == 0) {
            return Stream.of(new NextStep("No machine codes yet", "", "Run a classifier", base + "/runs/new"));
        }
        return Stream.empty();
    }
}
