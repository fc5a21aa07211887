/**
 * A commit as a line on every chart: the post-commit hook of a repository.
 *
 * <p>Start here: {@link io.nightglass.cli.hook.PostCommitHook}.
 */
@NullMarked
package io.nightglass.cli.hook;

import org.jspecify.annotations.NullMarked;
