/** Input that is believed before it is checked. */
package dev.zonegate.rules.untrustedinput;
