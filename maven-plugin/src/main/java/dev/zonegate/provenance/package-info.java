/** Who wrote a line: what git, notes, traces, messages and sources say about it, with evidence. */
package dev.zonegate.provenance;
