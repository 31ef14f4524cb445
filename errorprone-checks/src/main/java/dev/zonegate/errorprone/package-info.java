/** The rules as Error Prone checks, one generated class a rule. */
package dev.zonegate.errorprone;
