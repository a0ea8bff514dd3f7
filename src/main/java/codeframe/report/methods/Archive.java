package codeframe.report.methods;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP that is written entry by entry. */
final class Archive implements AutoCloseable {
    private final ZipOutputStream zip;

    Archive(OutputStream out) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    /** Writes an entry's content and leaves the stream open. */
    @FunctionalInterface
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    void add(String name, Content content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        content.write(zip);
        zip.closeEntry();
    }

    void text(String name, String text) throws IOException {
        add(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    void table(String name, List<String> header, Consumer<CsvWriter> rows) throws IOException {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(header);
            rows.accept(csv);
        }
        text(name, text.toString());
    }

    /** The stream below stays open: the browser's connection is not ours to close. */
    @Override
    public void close() throws IOException {
        zip.finish();
    }
}
