package com.acme.orders;

import com.acme.ledger.Entry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

public final class Orders {
  private final Connection connection;

  public Orders(Connection connection) {
    this.connection = connection;
  }

  public boolean isPaid(String customer, Entry entry) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("select paid from orders where customer = '" + customer + "'")) {
      return rows.next() && entry.cents() > 0;
    }
  }
}
