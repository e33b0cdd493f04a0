package io.rollcall.portal.sso;

import io.rollcall.portal.WrongSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A CAS server.
 *
 * @param server its address, to which {@code /login} and {@code /logout} are added;
 * without it the way is off
 * @param version 3 asks {@code /p3/serviceValidate}, 2 {@code /serviceValidate}
 * @param staffNumberAttribute the attribute that holds the staff number; empty for the
 * user's name itself
 * @param name the button's text, or empty
 */
@ConfigurationProperties("rollcall.cas")
record CasSettings(String server, @DefaultValue("3") int version, @DefaultValue("") String staffNumberAttribute,
		@DefaultValue("") String name) {

	/**
	 * The same, when it can be used.
	 * @throws WrongSetting when something is missing or not safe
	 */
	CasSettings checked() {
		if (this.version != 2 && this.version != 3) {
			throw new WrongSetting("version", "rollcall.cas.version");
		}
		return new CasSettings(SafeAddress.checked("rollcall.cas.server", this.server), this.version,
				this.staffNumberAttribute, this.name);
	}

}
