package codeframe.image;

import codeframe.web.Choice;
import codeframe.web.ChoiceGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** By what the gallery can be sorted, whose codes or which features may stand on its pictures, and who may differ from whom. */
record WallChoices(Wall wall, List<CodedVariableRows.Coded> coded, List<Gallery.Facet> kinds) {

    List<ChoiceGroup> orders() {
        var groups = new ArrayList<ChoiceGroup>();
        groups.add(new ChoiceGroup(
                "",
                List.of(
                        new Choice("", "As imported"),
                        new Choice("newest", "Newest post first"),
                        new Choice("oldest", "Oldest post first"),
                        new Choice("account", "By account"))));
        var differing = variables().stream()
                .map(variable -> new Choice("differing:" + variable.value(), variable.label()))
                .toList();
        add(groups, "Where coders differ most", differing);
        byCoder().forEach((coder, variables) -> add(groups, coder, sureness(variables)));
        return withChosen(groups, wall.order().toString());
    }

    private static List<Choice> sureness(List<CodedVariableRows.Coded> variables) {
        return variables.stream()
                .filter(CodedVariableRows.Coded::sure)
                .flatMap(one -> List.of(
                        new Choice("unsure:" + one.coder() + ":" + one.variable(), one.label() + ": least sure first"),
                        new Choice("sure:" + one.coder() + ":" + one.variable(), one.label() + ": most sure first"))
                        .stream())
                .toList();
    }

    List<ChoiceGroup> shown() {
        var groups = new ArrayList<>(List.of(new ChoiceGroup("", List.of(new Choice("", "None")))));
        byCoder().forEach((coder, variables) -> {
            var choices = new ArrayList<Choice>();
            choices.add(new Choice(Long.toString(variables.get(0).coder()), coder + ": everything"));
            variables.forEach(
                    one -> choices.add(new Choice(one.coder() + ":" + one.variable(), coder + ": " + one.label())));
            add(groups, coder, choices);
        });
        add(
                groups,
                "What is known of the images",
                kinds.stream()
                        .map(kind -> new Choice("seen:" + kind.value(), kind.label()))
                        .toList());
        return withChosen(groups, wall.shown().toString());
    }

    private Map<String, List<CodedVariableRows.Coded>> byCoder() {
        return coded.stream()
                .collect(Collectors.groupingBy(CodedVariableRows.Coded::name, LinkedHashMap::new, Collectors.toList()));
    }

    /** Variables that two coders have answered, gold aside. */
    List<Choice> variables() {
        var labels = new LinkedHashMap<String, String>();
        var counts = coded.stream()
                .filter(one -> !one.gold())
                .peek(one -> labels.put(one.variable(), one.label()))
                .collect(Collectors.groupingBy(CodedVariableRows.Coded::variable, Collectors.counting()));
        labels.keySet().removeIf(variable -> counts.get(variable) < 2);
        var asked = wall.filter().differing();
        if (asked.asked()) {
            labels.putIfAbsent(asked.variable(), asked.variable());
        }
        return labels.entrySet().stream()
                .map(label -> new Choice(label.getKey(), label.getValue()))
                .toList();
    }

    /** With those that were asked for, whether or not they have coded anything. */
    List<Choice> coders() {
        var names = new LinkedHashMap<Long, String>();
        coded.forEach(one -> names.putIfAbsent(one.coder(), one.name()));
        wall.filter().differing().coders().forEach(coder -> names.putIfAbsent(coder, "Coder " + coder));
        return names.entrySet().stream()
                .map(name -> new Choice(name.getKey().toString(), name.getValue()))
                .toList();
    }

    private static void add(List<ChoiceGroup> groups, String label, List<Choice> choices) {
        if (!choices.isEmpty()) {
            groups.add(new ChoiceGroup(label, choices));
        }
    }

    /** What was asked for stays visible where it is no choice. */
    private static List<ChoiceGroup> withChosen(List<ChoiceGroup> groups, String chosen) {
        boolean there = groups.stream()
                .flatMap(group -> group.choices().stream())
                .anyMatch(choice -> choice.value().equals(chosen));
        if (!there) {
            groups.add(new ChoiceGroup("", List.of(Choice.of(chosen))));
        }
        return groups;
    }
}
