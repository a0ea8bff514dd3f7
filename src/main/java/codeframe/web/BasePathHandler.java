package codeframe.web;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Serves under the path of the address: requests lose it before anything else sees them, headers get it back at the end. */
public final class BasePathHandler extends Handler.Wrapper {
    private final BasePath base;

    public BasePathHandler(BasePath base) {
        this.base = base;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (base.isRoot()) {
            return super.handle(request, response, callback);
        }
        var asked = request.getHttpURI();
        var inside = HttpURI.build(asked, base.inside(asked.getPath()), asked.getParam(), asked.getQuery());
        var served = Request.serveAs(request, inside);
        return super.handle(served, new Answer(served, response), callback);
    }

    private final class Answer extends Response.Wrapper {
        private final HttpFields.Mutable headers;

        Answer(Request request, Response response) {
            super(request, response);
            headers = new HttpFields.Mutable.Wrapper(response.getHeaders()) {
                @Override
                public HttpField onAddField(HttpField field) {
                    return outside(field);
                }

                @Override
                public HttpField onReplaceField(HttpField before, HttpField field) {
                    return outside(field);
                }
            };
        }

        @Override
        public HttpFields.Mutable getHeaders() {
            return headers;
        }

        private HttpField outside(HttpField field) {
            if (field == null || field.getValue() == null) {
                return field;
            }
            var value = base.header(field.getName(), field.getValue());
            return value.equals(field.getValue()) ? field : new HttpField(field.getHeader(), field.getName(), value);
        }
    }
}
