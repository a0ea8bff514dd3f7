package codeframe.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Holds the numbers of a workbook's XML against what a workbook can have: columns, texts, formulas. */
final class WorkbookScan {
    private static final XMLInputFactory FACTORY = factory();
    private static final Pattern PLACE = Pattern.compile("\\$?[A-Za-z]{1,3}\\$?[0-9]{1,7}");
    private static final int LONGEST_FORMULA = 40_000;
    private static final int MOST_ARRAY_FORMULAS = 1_000;
    private static final int MOST_TEXTS = 10_000_000;
    private static final long MOST_SHARED = 100_000_000;

    private final StringBuilder text = new StringBuilder();
    private long length;
    private long shared;
    private long texts;
    private long lastText = -1;
    private int cells;
    private int arrayFormulas;
    private boolean ofText;

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    void read(InputStream part) throws IOException, Unreadable {
        try {
            var xml = FACTORY.createXMLStreamReader(part);
            String root = "";
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    root = root.isEmpty() ? xml.getLocalName() : root;
                    begins(xml, root);
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    ends(xml.getLocalName());
                } else if (xml.isCharacters()) {
                    characters(xml, root);
                }
            }
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof CountedStream.TooMuch bomb ? bomb : new IOException(e);
        }
    }

    private void begins(XMLStreamReader xml, String root) throws Unreadable {
        switch (xml.getLocalName()) {
            case "si" -> {
                texts += root.equals("sst") ? 1 : 0;
                length = 0;
            }
            case "row" -> cells = 0;
            case "c" -> cell(xml);
            case "f" -> arrayFormulas += "array".equals(xml.getAttributeValue(null, "t")) ? 1 : 0;
            default -> {}
        }
        text.setLength(0);
    }

    private void cell(XMLStreamReader xml) throws Unreadable {
        length = 0;
        ofText = "s".equals(xml.getAttributeValue(null, "t"));
        var place = xml.getAttributeValue(null, "r");
        if (++cells > Rows.MOST_COLUMNS
                || (place != null && !PLACE.matcher(place).matches())) {
            throw new Unreadable("The sheet has more columns than a workbook can have.");
        }
    }

    private void characters(XMLStreamReader xml, String root) throws Unreadable {
        length += xml.getTextLength();
        shared += root.equals("sst") ? xml.getTextLength() : 0;
        if (length > CsvRows.LONGEST_CELL || shared > MOST_SHARED) {
            throw new Unreadable("The workbook has more text than any table. Save the table as CSV.");
        }
        if (text.length() <= LONGEST_FORMULA) {
            text.append(xml.getText());
        }
    }

    private void ends(String element) throws Unreadable {
        if (element.equals("v") && ofText) {
            lastText = Math.max(lastText, Long.parseLong(text.toString().strip()));
        } else if (element.equals("f") && (arrayFormulas > MOST_ARRAY_FORMULAS || text.length() > LONGEST_FORMULA)) {
            throw new Unreadable("The sheet has formulas that are too many or too long to be read. Save it as CSV.");
        }
    }

    /** The reader would count on for ever after a text that is not there. */
    void checkTexts() throws Unreadable {
        if (lastText >= texts || lastText > MOST_TEXTS) {
            throw new Unreadable(Workbook.BROKEN);
        }
    }
}
