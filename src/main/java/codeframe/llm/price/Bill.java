package codeframe.llm.price;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** The sums of a project's ledger as a page arranges them and as its file has them. */
public record Bill(List<Costs.Sum> sums) {
    public Costs.Sum total() {
        return only(sum -> sum.of().equals("project")).get(0);
    }

    /** With what belongs to none; what was asked last stands first. */
    public List<Costs.Sum> runs() {
        return only(sum -> !List.of("project", "month", "model").contains(sum.of())).stream()
                .sorted(Comparator.comparing(Costs.Sum::latest).reversed())
                .toList();
    }

    public List<Costs.Sum> months() {
        return only(sum -> sum.of().equals("month")).stream()
                .sorted(Comparator.comparing(Costs.Sum::name).reversed())
                .toList();
    }

    /** The dearest first. */
    public List<Costs.Sum> models() {
        return only(sum -> sum.of().equals("model")).stream()
                .sorted(Comparator.comparing(Costs.Sum::cost).reversed())
                .toList();
    }

    List<Costs.Sum> lines() {
        return only(sum -> !sum.of().equals("model"));
    }

    private List<Costs.Sum> only(Predicate<Costs.Sum> which) {
        return sums.stream().filter(which).toList();
    }
}
