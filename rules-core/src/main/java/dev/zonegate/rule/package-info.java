/** What a rule is, says and reports. */
package dev.zonegate.rule;
