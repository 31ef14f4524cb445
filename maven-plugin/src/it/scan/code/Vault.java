class Vault {
  private static final String DB_PASSWORD = "plum93Grove!q8Zr";

  String url() {
    return "jdbc:postgresql://shop:plum93Grove@db.acme.com/orders";
  }
}
