package com.acme;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

final class Orders {
  private final Table table;

  Orders(Table table) {
    this.table = table;
  }

  ResultSet all(Connection connection) throws SQLException {
    return connection.createStatement().executeQuery("select * from " + table.name());
  }
}
