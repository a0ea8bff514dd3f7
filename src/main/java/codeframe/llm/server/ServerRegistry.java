package codeframe.llm.server;

import codeframe.project.Events;
import java.util.List;
import java.util.Optional;

/** Adds, changes and removes servers; seals what is typed as a key or header; each step is a row of the audit trail. */
public final class ServerRegistry {
    private final LlmServers servers;
    private final RequestHabits habits;
    private final KeyVault keyVault;
    private final LlmClients clients;
    private final Events events;

    public ServerRegistry(
            LlmServers servers, RequestHabits habits, KeyVault keyVault, LlmClients clients, Events events) {
        this.servers = servers;
        this.habits = habits;
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

    ServerForm form(LlmServer server) {
        return ServerForm.of(server, headerNames(server));
    }

    private List<String> headerNames(LlmServer server) {
        return servers.headers(server.projectId(), server.id()).stream()
                .map(LlmServers.SealedHeader::name)
                .toList();
    }

    List<RequestHabits.Learned> habits(LlmServer server) {
        return habits.of(server.projectId(), server.id());
    }

    void forgetHabits(LlmServer server) {
        habits.forget(server.projectId(), server.id());
    }

    boolean imagesMayLeave(long project) {
        return servers.imagesMayLeave(project);
    }

    ServerForm checked(long project, ServerForm form, Optional<LlmServer> kept) {
        var keptHeaders = kept.map(this::headerNames).orElse(List.of());
        var checked = new ServerFormCheck(form, kept, keptHeaders)
                .checked(servers.nameTaken(project, form.value("name"), form.id()));
        return checked.mistake("base_url") == null
                ? clients.objection(form.value("base_url"))
                        .map(sentence -> checked.wrong("base_url", sentence))
                        .orElse(checked)
                : checked;
    }

    long add(long project, ServerForm form, long user) {
        var settings = settings(form);
        long id = servers.add(project, settings, sealed(project, form), user);
        putHeaders(project, id, form);
        learnQuirks(project, id, form.preset());
        events.add(project, user, "added the LLM server \"" + settings.name() + "\" at " + settings.baseUrl());
        if (!form.value("key").isEmpty()) {
            events.add(project, user, "entered a key for the LLM server \"" + settings.name() + "\"");
        }
        return id;
    }

    private ServerSettings settings(ServerForm form) {
        return form.settings(clients.isHere(form.value("base_url")));
    }

    /** What is documented of all models of a provider need not be found out. */
    private void learnQuirks(long project, long server, Preset preset) {
        for (var habit : preset.habits()) {
            habits.learn(project, server, RequestHabits.ANY_MODEL, habit, "");
        }
    }

    void change(LlmServer server, ServerForm form, long user) {
        var settings = settings(form);
        boolean moved = !settings.baseUrl().equals(server.baseUrl());
        var key = sealed(server.projectId(), form);
        servers.change(server.projectId(), server.id(), settings, key, form.forgetKey() && key == null);
        putHeaders(server.projectId(), server.id(), form);
        if (moved) {
            forgetHabits(server);
        }
        events.add(
                server.projectId(),
                user,
                "changed the LLM server \"" + settings.name() + "\" at " + settings.baseUrl());
        if (key != null || form.forgetKey()) {
            var did = key == null ? "removed the key of" : "entered a new key for";
            events.add(server.projectId(), user, did + " the LLM server \"" + settings.name() + "\"");
        }
    }

    private byte[] sealed(long project, ServerForm form) {
        var key = form.value("key");
        return key.isEmpty() ? null : keyVault.seal(key, LlmServer.place(project, form.value("base_url")));
    }

    private void putHeaders(long project, long server, ServerForm form) {
        var headers = form.headers().values();
        servers.keepHeaders(project, server, List.copyOf(headers.keySet()));
        headers.forEach((name, value) -> {
            if (!value.isEmpty()) {
                var place = LlmServer.place(project, form.value("base_url"), name);
                servers.putHeader(project, server, name, keyVault.seal(value, place));
            }
        });
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
