/** The shop. */
@Deprecated
open module shop.billing {
  requires java.base;
  requires transitive java.sql;
  requires static java.logging;
  exports shop.billing;
  exports shop.billing.api to java.sql, java.logging;
  uses java.sql.Driver;
  provides java.sql.Driver with shop.billing.ShopDriver, shop.billing.OtherDriver;
}
