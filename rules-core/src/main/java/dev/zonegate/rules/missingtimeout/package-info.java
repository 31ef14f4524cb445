/** AI14: waits that nothing ends. */
package dev.zonegate.rules.missingtimeout;
