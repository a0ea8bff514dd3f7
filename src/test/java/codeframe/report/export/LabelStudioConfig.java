package codeframe.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/** A labelling configuration as Label Studio reads it, to hold results against: control tags by name. */
record LabelStudioConfig(Map<String, Element> controls) {
    /** The tag of each type of a result, and the field of its value, as the documentation of the tags has them. */
    private static final Map<String, String> TAGS =
            Map.of("choices", "Choices", "textarea", "TextArea", "number", "Number");

    private static final Map<String, String> FIELDS =
            Map.of("choices", "choices", "textarea", "text", "number", "number");

    static LabelStudioConfig read(String xml) throws Exception {
        var root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
        var controls = new HashMap<String, Element>();
        for (var child = root.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element tag && tag.hasAttribute("toName")) {
                assertThat(tag.getAttribute("toName")).isEqualTo("image");
                assertThat(controls.put(tag.getAttribute("name"), tag))
                        .as("a second control of this name")
                        .isNull();
            }
        }
        return new LabelStudioConfig(controls);
    }

    void check(JsonNode results) {
        Set<String> ids = new HashSet<>();
        for (var result : results) {
            var control = controls.get(result.get("from_name").asText());
            assertThat(control).as("control " + result.get("from_name")).isNotNull();
            assertThat(result.get("to_name").asText()).isEqualTo("image");
            assertThat(result.get("id").asText()).matches("[A-Za-z0-9_-]+");
            assertThat(ids.add(result.get("id").asText())).isTrue();
            var type = result.get("type").asText();
            assertThat(control.getTagName()).isEqualTo(TAGS.get(type));
            var value = result.get("value").get(FIELDS.get(type));
            assertThat(value.isArray()).isEqualTo(!type.equals("number"));
            if (type.equals("choices")) {
                value.forEach(choice -> assertThat(choices(control)).contains(choice.asText()));
            }
        }
    }

    private static Set<String> choices(Element control) {
        var values = new HashSet<String>();
        var tags = control.getElementsByTagName("Choice");
        for (int i = 0; i < tags.getLength(); i++) {
            values.add(((Element) tags.item(i)).getAttribute("value"));
        }
        return values;
    }
}
