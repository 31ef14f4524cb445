/**
 * Text to model with JavaParser, without its symbol solver: the syntax is complete, types are named
 * by imports and by what the file declares, methods stay unknown. For snippets and for files that
 * neither a compiler nor PMD can read.
 */
package dev.zonegate.frontend.javaparser;
