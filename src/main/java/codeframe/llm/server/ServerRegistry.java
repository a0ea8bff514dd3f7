package codeframe.llm.server;

import codeframe.project.Events;
import java.util.List;
import java.util.Optional;

/** Adds, changes and removes servers; seals what is typed as a key; each step is a row of the audit trail. */
public final class ServerRegistry {
    private final LlmServers servers;
    private final KeyVault keyVault;
    private final LlmClients clients;
    private final Events events;

    public ServerRegistry(LlmServers servers, KeyVault keyVault, LlmClients clients, Events events) {
        this.servers = servers;
        this.keyVault = keyVault;
        this.clients = clients;
        this.events = events;
    }

    List<LlmServer> servers(long project) {
        return servers.servers(project);
    }

    Optional<LlmServer> server(long project, long id) {
        return servers.server(project, id);
    }

    boolean imagesMayLeave(long project) {
        return servers.imagesMayLeave(project);
    }

    ServerForm checked(long project, ServerForm form, Optional<LlmServer> kept) {
        var checked = form.checked(kept, servers.nameTaken(project, form.name(), form.id()));
        return checked.mistake("base_url") == null
                ? clients.objection(form.baseUrl())
                        .map(sentence -> checked.wrong("base_url", sentence))
                        .orElse(checked)
                : checked;
    }

    long add(long project, ServerForm form, long user) {
        long id = servers.add(
                project,
                form.name(),
                form.baseUrl(),
                sealed(project, form),
                Integer.parseInt(form.inFlight()),
                ServerForm.number(form.requestsPerMinute()),
                ServerForm.number(form.tokensPerMinute()),
                user);
        events.add(project, user, "added the LLM server \"" + form.name() + "\" at " + form.baseUrl());
        if (!form.key().isEmpty()) {
            events.add(project, user, "entered a key for the LLM server \"" + form.name() + "\"");
        }
        return id;
    }

    void change(LlmServer server, ServerForm form, long user) {
        servers.change(
                server.projectId(),
                server.id(),
                form.name(),
                form.baseUrl(),
                sealed(server.projectId(), form),
                form.forgetKey() && form.key().isEmpty(),
                Integer.parseInt(form.inFlight()),
                ServerForm.number(form.requestsPerMinute()),
                ServerForm.number(form.tokensPerMinute()));
        events.add(server.projectId(), user, "changed the LLM server \"" + form.name() + "\" at " + form.baseUrl());
        if (!form.key().isEmpty() || form.forgetKey()) {
            var did = form.key().isEmpty() ? "removed the key of" : "entered a new key for";
            events.add(server.projectId(), user, did + " the LLM server \"" + form.name() + "\"");
        }
    }

    private byte[] sealed(long project, ServerForm form) {
        return form.key().isEmpty() ? null : keyVault.seal(form.key(), LlmServer.place(project, form.baseUrl()));
    }

    void remove(LlmServer server, long user) {
        servers.remove(server.projectId(), server.id());
        events.add(server.projectId(), user, "removed the LLM server \"" + server.name() + "\"");
    }

    void letImagesLeave(long project, boolean may, long user) {
        if (servers.letImagesLeave(project, may) == 1) {
            events.add(
                    project, user, may ? "allowed images to leave this server" : "forbade images to leave this server");
        }
    }
}
