class Vault {
  private static final String DB_PASSWORD = "kiwi77Trees!q8Zr";

  String url() {
    return "jdbc:postgresql://shop:kiwi77Trees@db.acme.com/orders";
  }
}
