package codeframe.web;

import codeframe.templates.Templates;
import gg.jte.TemplateOutput;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.models.runtime.JteModel;
import gg.jte.output.StringOutput;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** The templates, whose pages and fragments all have the path of the address before their own addresses. */
public final class BasePathTemplates {
    private BasePathTemplates() {}

    public static Templates of(Templates templates, BasePath base) {
        return base.isRoot()
                ? templates
                : (Templates) Proxy.newProxyInstance(
                        Templates.class.getClassLoader(), new Class<?>[] {Templates.class}, (proxy, method, given) -> {
                            try {
                                return new Drawn((JteModel) method.invoke(templates, given), base);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    private record Drawn(JteModel model, BasePath base) implements JteModel {
        @Override
        public void render(TemplateOutput output) {
            if (output instanceof HtmlTemplateOutput) {
                model.render(output); // a part of another template, which is rendered in its turn
            } else {
                var inside = new StringOutput();
                model.render(inside);
                output.writeContent(base.html(inside.toString()));
            }
        }

        @Override
        public void writeTo(TemplateOutput output) {
            render(output);
        }
    }
}
