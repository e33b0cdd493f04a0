/**
 * Problems with accounts of 学信网, as the notice knows them (annexes 2 and 3): which
 * problem a typed prompt is, what to do, by when an audit can end, whether the reported
 * photos keep the rules. Pure functions over what people typed; only
 * {@link io.rollcall.account.PhotoCheck} looks at files. The limits and texts are those
 * of 学信网 in 2020.
 */
package io.rollcall.account;
