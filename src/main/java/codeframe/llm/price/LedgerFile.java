package codeframe.llm.price;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The ledger as CSV (RFC 4180, UTF-8): times of UTC, dollars unrounded, prices in dollars per million tokens. */
final class LedgerFile implements AutoCloseable {
    private static final List<String> ENTRY = List.of(
            "request",
            "sent_at",
            "purpose",
            "run_id",
            "run",
            "image_id",
            "image",
            "server",
            "model",
            "question",
            "sample",
            "outcome",
            "paid_again",
            "status",
            "message",
            "tokens_in",
            "tokens_in_cached",
            "tokens_out",
            "tokens_counted_by",
            "price_in",
            "price_in_cached",
            "price_out",
            "price_factor",
            "cost_usd",
            "seconds",
            "answered_by",
            "fingerprint",
            "tokens_reasoning",
            "sound_seconds",
            "price_minute");
    private static final List<String> TOTAL = List.of(
            "total_of",
            "run_id",
            "name",
            "requests",
            "paid_again",
            "lost",
            "tokens_in",
            "tokens_in_cached",
            "tokens_out",
            "cost_usd");

    private final CsvWriter csv;

    private LedgerFile(OutputStream out, List<String> header) {
        csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        csv.writeRecord(header);
    }

    static LedgerFile ofEntries(OutputStream out) {
        return new LedgerFile(out, ENTRY);
    }

    static LedgerFile ofTotals(OutputStream out) {
        return new LedgerFile(out, TOTAL);
    }

    void entry(Costs.Entry entry) {
        var cells = new ArrayList<Object>(List.of(entry.id(), entry.sentAt(), entry.purpose()));
        add(cells, entry.run(), entry.runName(), entry.image(), path(entry), entry.server(), entry.model());
        add(cells, entry.step() + 1, entry.sample() + 1, entry.state(), entry.again(), entry.status(), entry.said());
        add(cells, entry.inputTokens(), entry.cachedTokens(), entry.outputTokens());
        add(cells, entry.inputTokens() == null ? null : entry.usageReported() ? "server" : "codeframe");
        add(cells, entry.inputPrice(), entry.cachedPrice(), entry.outputPrice(), entry.priceFactor(), entry.cost());
        add(cells, entry.ms() == null ? null : BigDecimal.valueOf(entry.ms(), 3));
        add(cells, entry.answeredBy(), entry.fingerprint(), entry.reasoningTokens());
        add(cells, entry.soundSeconds(), entry.minutePrice());
        write(cells);
    }

    private static String path(Costs.Entry entry) {
        return entry.hidden() ? "withheld: sealed, or still coded by you" : entry.path();
    }

    void total(Costs.Sum total) {
        var cells = new ArrayList<Object>();
        add(cells, total.of(), total.run(), total.name(), total.requests(), total.again(), total.lost());
        add(cells, total.inputTokens(), total.cachedTokens(), total.outputTokens(), total.cost());
        write(cells);
    }

    private static void add(List<Object> cells, Object... more) {
        for (var cell : more) {
            cells.add(cell);
        }
    }

    private void write(List<Object> cells) {
        csv.writeRecord(cells.stream().map(LedgerFile::text).toList());
    }

    private static String text(Object cell) {
        if (cell instanceof BigDecimal number) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        return cell == null ? null : cell.toString();
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
