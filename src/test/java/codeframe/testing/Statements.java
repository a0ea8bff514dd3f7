package codeframe.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.TemplateEngine;

/** The SQL that a program sends by way of Jdbi: noted as it goes, and changed on the way where a test asks for it. */
public final class Statements implements TemplateEngine {
    private final TemplateEngine usual;
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private volatile UnaryOperator<String> change = UnaryOperator.identity();

    private Statements(TemplateEngine usual) {
        this.usual = usual;
    }

    public static Statements of(Jdbi jdbi) {
        var config = jdbi.getConfig(SqlStatements.class);
        var statements = new Statements(config.getTemplateEngine());
        config.setTemplateEngine(statements);
        return statements;
    }

    @Override
    public String render(String template, StatementContext ctx) {
        var sql = usual.render(template, ctx);
        sent.add(sql);
        return change.apply(sql);
    }

    @Override
    public java.util.Optional<java.util.function.Function<StatementContext, String>> parse(
            String template, ConfigRegistry config) {
        return java.util.Optional.empty();
    }

    /** What was sent meanwhile, in order. */
    public List<String> during(Runnable step) {
        sent.clear();
        step.run();
        return List.copyOf(sent);
    }

    public void change(UnaryOperator<String> change) {
        this.change = change;
    }
}
