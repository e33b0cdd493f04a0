/** The texts people read, in every language the product speaks. */
package io.rollcall.text;
