/** Notes. */
@Deprecated
package shop.pack;

import java.util.List;
