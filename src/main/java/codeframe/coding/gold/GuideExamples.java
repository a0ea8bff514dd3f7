package codeframe.coding.gold;

import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Images that the guide shows for a category. */
public interface GuideExamples {
    @SqlUpdate("""
            insert into category_example (project_id, variable, category, image_id, added_by)
            values (:project, :variable, :category, :image, :user)
            on conflict do nothing
            """)
    void add(long project, String variable, String category, long image, long user);
}
