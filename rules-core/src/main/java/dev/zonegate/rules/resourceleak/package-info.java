/** AI16 ResourceLeak: what is opened, started, registered or written and never given back. */
package dev.zonegate.rules.resourceleak;
