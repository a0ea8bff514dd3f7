package codeframe.project;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.ValueColumn;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jdbi.v3.sqlobject.transaction.Transaction;

/** The people of a project and the invitations to it. */
public interface Members {
    record Member(long userId, String name, String email, String role, boolean disabled, Instant createdAt) {}

    /** An invitation that was made; its link was shown once. */
    record Invitation(
            long id,
            String role,
            String note,
            Instant createdAt,
            Instant expiresAt,
            Instant acceptedAt,
            String acceptedBy) {
        public boolean open(Instant now) {
            return acceptedAt == null && expiresAt.isAfter(now);
        }
    }

    /** What the person who follows an invitation's link is told. */
    record Offer(long invitationId, long projectId, String project, String role, String invitedBy) {}

    @SqlQuery("""
            select u.id as user_id, u.name, u.email, m.role, u.disabled_at is not null as disabled, m.created_at
            from member m join app_user u on u.id = m.user_id
            where m.project_id = :project
            order by m.role = 'owner' desc, lower(u.name), u.id
            """)
    List<Member> members(long project);

    /** All who own the project; those who can sign in come as true. */
    @SqlQuery("""
            select m.user_id, u.disabled_at is null as able
            from member m join app_user u on u.id = m.user_id
            where m.project_id = :project and m.role = 'owner'
            for update of m
            """)
    @KeyColumn("user_id")
    @ValueColumn("able")
    Map<Long, Boolean> owners(long project);

    /** Without this person nobody who can sign in would own the project. */
    private boolean isLastOwner(long project, long user) {
        var owners = owners(project);
        return owners.containsKey(user)
                && owners.entrySet().stream().noneMatch(one -> one.getKey() != user && one.getValue());
    }

    @SqlUpdate("update member set role = :role where project_id = :project and user_id = :user")
    int setRole(long project, long user, String role);

    @SqlUpdate("delete from member where project_id = :project and user_id = :user")
    int remove(long project, long user);

    /** False when the project would be left without an owner who can sign in. */
    @Transaction
    default boolean changeRole(long project, long user, String role) {
        if (!role.equals("owner") && isLastOwner(project, user)) {
            return false;
        }
        return setRole(project, user, role) > 0;
    }

    /** False when the project would be left without an owner who can sign in. */
    @Transaction
    default boolean leave(long project, long user) {
        return !isLastOwner(project, user) && remove(project, user) > 0;
    }

    // Invitations

    @SqlUpdate("""
            insert into invitation (project_id, role, token_hash, note, created_by, expires_at)
            values (:project, :role, :tokenHash, :note, :user, :expiresAt)
            """)
    void invite(long project, String role, byte[] tokenHash, String note, long user, Instant expiresAt);

    @SqlQuery("""
            select i.id, i.role, i.note, i.created_at, i.expires_at, i.accepted_at, u.name as accepted_by
            from invitation i left join app_user u on u.id = i.accepted_by
            where i.project_id = :project
            order by i.id desc limit 100
            """)
    List<Invitation> invitations(long project);

    @SqlUpdate("delete from invitation where id = :invitation and project_id = :project and accepted_at is null")
    int withdraw(long project, long invitation);

    @SqlQuery("""
            select i.id as invitation_id, p.id as project_id, p.name as project, i.role, coalesce(u.name, '') as invited_by
            from invitation i join project p on p.id = i.project_id left join app_user u on u.id = i.created_by
            where i.token_hash = :tokenHash and i.accepted_at is null and i.expires_at > :now
            """)
    Optional<Offer> offer(byte[] tokenHash, Instant now);

    @SqlUpdate("""
            update invitation set accepted_at = :now, accepted_by = :user
            where id = :invitation and accepted_at is null and expires_at > :now
            """)
    int take(long invitation, long user, Instant now);

    /** A member keeps the higher of the two roles. */
    @SqlUpdate("""
            insert into member (project_id, user_id, role) values (:project, :user, :role)
            on conflict (project_id, user_id) do update set role = excluded.role
            where member.role = 'viewer' or excluded.role = 'owner'
            """)
    void join(long project, long user, String role);

    @SqlUpdate("""
            insert into event (project_id, actor_id, what) values (:project, :user, 'accepted an invitation as ' || :role)
            """)
    void recordJoining(long project, long user, String role);

    /** False when somebody else took the invitation first or it ran out. */
    @Transaction
    default boolean accept(Offer offer, long user, Instant now) {
        if (take(offer.invitationId(), user, now) == 0) {
            return false;
        }
        join(offer.projectId(), user, offer.role());
        recordJoining(offer.projectId(), user, offer.role());
        return true;
    }
}
