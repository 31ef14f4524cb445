/** What people and other tools are shown of a verdict. No Maven types. */
package dev.zonegate.report;
