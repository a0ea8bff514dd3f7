package codeframe.project;

import codeframe.web.NumberText;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jdbi.v3.sqlobject.transaction.Transaction;

/** Projects and who belongs to them. */
public interface Projects {
    @SqlQuery("""
            select p.id, p.name, p.demo, m.role,
                   (select count(*) from image i where i.project_id = p.id and i.parent_id is null) as images,
                   (select count(*) from run r where r.project_id = p.id) as runs
            from project p join member m on m.project_id = p.id
            where m.user_id = :user
            order by p.demo, p.id desc
            """)
    List<Membership> ofUser(long user);

    /** The project as this person sees it, in one look-up per request; the counts are left at 0. */
    @SqlQuery("""
            select p.id, p.name, p.demo, m.role, 0 as images, 0 as runs
            from project p join member m on m.project_id = p.id
            where p.id = :project and m.user_id = :user
            """)
    Optional<Membership> membership(long project, long user);

    @SqlQuery("""
            insert into project (name, demo, created_by)
            values (:name, :demo, :user)
            returning id, name, demo, created_at
            """)
    Project insert(String name, boolean demo, Long user);

    @SqlUpdate("""
            insert into member (project_id, user_id, role)
            values (:project, :user, :role)
            on conflict (project_id, user_id) do nothing
            """)
    int addMember(long project, long user, String role);

    @Transaction
    default Project create(String name, long user) {
        var project = insert(name, false, user);
        addMember(project.id(), user, "owner");
        return project;
    }

    @SqlUpdate("update project set name = :name where id = :project")
    void rename(long project, String name);

    /** Deletes the project with all that hangs on it, and the bytes that no other project shows. */
    @Transaction
    default void delete(long project) {
        deleteCodings(project);
        deleteSamples(project);
        deleteRuns(project);
        deleteRow(project);
        deleteUnusedBlobs();
    }

    /** Codings go before the samples and versions they name, and so do samples and runs, with what hangs on them. */
    @SqlUpdate("delete from coding where project_id = :project")
    void deleteCodings(long project);

    @SqlUpdate("delete from sample where project_id = :project")
    void deleteSamples(long project);

    @SqlUpdate("delete from run where project_id = :project")
    void deleteRuns(long project);

    @SqlUpdate("delete from project where id = :project")
    void deleteRow(long project);

    @SqlUpdate("delete from blob b where not exists (select 1 from image i where i.sha256 = b.sha256)")
    void deleteUnusedBlobs();

    /** What is there, for the home page: what is done and what is next. */
    record Progress(
            long images,
            long videos,
            long posts,
            long imports,
            long versions,
            boolean draft,
            long runs,
            long runsGoing,
            long codedByRuns,
            long codedByPeople,
            long members,
            long samples,
            long samplesOpen) {
        /** Videos are among the images, and named apart: "240 images and 2 videos". */
        public String shown() {
            var pictures = NumberText.count(images - videos, "image", "images");
            var films = NumberText.count(videos, "video", "videos");
            if (videos == 0) {
                return pictures;
            }
            return images == videos ? films : pictures + " and " + films;
        }
    }

    @SqlQuery("""
            select (select count(*) from image where project_id = :project and parent_id is null) as images,
                   (select count(*) from image where project_id = :project and medium = 'video') as videos,
                   (select count(*) from post where project_id = :project) as posts,
                   (select count(*) from import where project_id = :project) as imports,
                   (select count(*) from codebook_version where project_id = :project and number is not null) as versions,
                   exists (select 1 from codebook_version where project_id = :project and number is null) as draft,
                   (select count(*) from run where project_id = :project and kind <> 'caption') as runs,
                   (select count(*) from run where project_id = :project and kind <> 'caption'
                       and state in ('queued', 'running', 'paused')) as runs_going,
                   (
                       select count(*) from coding join coder on coder.id = coding.coder_id
                       where coding.project_id = :project and coder.kind = 'run') as coded_by_runs,
                   (
                       select count(*) from coding join coder on coder.id = coding.coder_id
                       where coding.project_id = :project and coder.kind in ('person', 'imported')) as coded_by_people,
                   (select count(*) from member where project_id = :project) as members,
                   (select count(*) from sample where project_id = :project) as samples,
                   (select count(*) from sample where project_id = :project and closed_at is null) as samples_open
            """)
    Progress progress(long project);
}
