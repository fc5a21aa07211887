/**
 * LLM clients that report themselves: wrappers for the Java clients of Anthropic, OpenAI, Google GenAI and LangChain4j.
 *
 * <p>Start here: the module holds its place in the build; its wrappers come with a later version.
 */
@NullMarked
package io.nightglass.sdkllm;

import org.jspecify.annotations.NullMarked;
