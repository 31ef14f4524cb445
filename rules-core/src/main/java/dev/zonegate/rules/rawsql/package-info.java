/** Text of somebody's choice in a statement or query. */
package dev.zonegate.rules.rawsql;
