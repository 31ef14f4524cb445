/** AI18: code that does not do as the rest of its project does. */
package dev.zonegate.rules.architecturedrift;
