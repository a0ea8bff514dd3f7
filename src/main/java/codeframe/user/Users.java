package codeframe.user;

import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jdbi.v3.sqlobject.transaction.Transaction;

/** Accounts and the one-time link that makes the first of them. */
public interface Users {
    @SqlQuery("select count(*) from app_user")
    long count();

    @SqlQuery("select id, email, name, admin, created_at from app_user where id = :id")
    Optional<User> user(long id);

    @SqlQuery("select id, email, name, admin, created_at from app_user where lower(email) = lower(:email)")
    Optional<User> userByEmail(String email);

    @SqlQuery("select password_hash from app_user where id = :id")
    String passwordHash(long id);

    @SqlQuery("select disabled_at is not null from app_user where id = :id")
    boolean isDisabled(long id);

    /** Empty when the address already has an account. */
    @SqlQuery("""
            insert into app_user (email, name, password_hash, admin)
            values (:email, :name, :passwordHash, :admin)
            on conflict (lower(email)) do nothing
            returning id, email, name, admin, created_at
            """)
    Optional<User> add(String email, String name, String passwordHash, boolean admin);

    @SqlUpdate("update app_user set name = :name where id = :id")
    void rename(long id, String name);

    // The set-up link

    @SqlUpdate("insert into setup_link (token_hash) values (:tokenHash)")
    void addSetupLink(byte[] tokenHash);

    @SqlUpdate("delete from setup_link")
    int deleteSetupLinks();

    @SqlQuery("select exists (select 1 from setup_link where token_hash = :tokenHash)")
    boolean isSetupLink(byte[] tokenHash);

    @SqlUpdate("lock table app_user in exclusive mode")
    void lock();

    /** Projects made before anybody had an account, such as the demo, go to the first. */
    @SqlUpdate("""
            insert into member (project_id, user_id, role)
            select id, :user, 'owner' from project p
            where not exists (select 1 from member m where m.project_id = p.id)
            """)
    void adoptProjects(long user);

    /** Makes the first account, exactly once however many ask at the same time. */
    @Transaction
    default Optional<User> addFirst(String email, String name, String passwordHash) {
        lock();
        if (count() > 0) {
            return Optional.empty();
        }
        var user = add(email, name, passwordHash, true);
        user.ifPresent(first -> adoptProjects(first.id()));
        deleteSetupLinks();
        return user;
    }
}
