package codeframe.table;

import codeframe.web.NumberText;
import java.io.Closeable;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * The files within a workbook, looked through before the workbook is read: its reader keeps all shared texts and whole
 * rows in memory, and believes every number in it.
 */
final class WorkbookParts implements Closeable {
    private final ZipFile zip;
    private final long largest;
    private long size;

    /** @param largest how much its parts may be, unpacked and together */
    WorkbookParts(byte[] bytes, long largest) throws IOException {
        this.largest = largest;
        zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get();
    }

    /** Refuses what is no workbook, and one that unpacks to more than any table has. */
    void check() throws IOException, Unreadable {
        var names = names();
        var kind = OfficeFile.of(names);
        if (kind.isEmpty()) {
            throw new Unreadable("This is a ZIP archive, not a table. Unpack it and send the table.");
        } else if (kind.get() != OfficeFile.WORKBOOK) {
            throw new Unreadable(kind.get().refusal());
        }
        var scan = new WorkbookScan();
        for (var part : Collections.list(zip.getEntries())) {
            if (part.getName().endsWith(".xml") || part.getName().endsWith(".rels")) {
                scan(part, scan);
            }
        }
        scan.checkTexts();
    }

    /** Whether dates can be told from numbers; a workbook that a script wrote may do without. */
    boolean hasStyles() {
        return names().stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).endsWith("styles.xml"));
    }

    private List<String> names() {
        return Collections.list(zip.getEntries()).stream()
                .map(ZipArchiveEntry::getName)
                .toList();
    }

    private void scan(ZipArchiveEntry part, WorkbookScan scan) throws IOException, Unreadable {
        try (var in = new CountedStream(zip.getInputStream(part), largest - size)) {
            scan.read(in);
            size += in.count();
        } catch (CountedStream.TooMuch bomb) {
            throw new Unreadable(
                    "The workbook unpacks to more than " + NumberText.bytes(largest) + ". Save the table as CSV.");
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
