package codeframe.report.study;

import codeframe.project.Access;
import codeframe.templates.Templates;

/** What draws a report as a page or a file, and knows who is shown it. */
public record ReportShell(ReportFiles files, ReportReaders readers, Access access, Templates templates) {}
