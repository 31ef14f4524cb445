/**
 * A server of the Model Context Protocol, so that a coding agent can ask before it writes. Our own
 * and small, since the protocol's Java library needs an slf4j that Maven 3 does not give a plugin.
 */
package dev.zonegate.mcp;
