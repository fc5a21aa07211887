/**
 * The morning report for readers without a browser: text, Markdown and JSON of the same night as the first page.
 *
 * <p>Start here: {@link io.nightglass.server.report.ReportRoute}.
 */
@NullMarked
package io.nightglass.server.report;

import org.jspecify.annotations.NullMarked;
