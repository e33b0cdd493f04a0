package io.rollcall.run;

import java.time.InstantSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;

/** Clock, folders and passwords of the machine on which a run was started. */
@Configuration(proxyBeanMethods = false)
public class ThisMachine {

	/** The clock of everything that is not measured only. */
	@Bean
	@Fallback
	InstantSource clock() {
		return InstantSource.system();
	}

	@Bean
	@Fallback
	RunFolders folders() {
		return RunFolders.AS_NOTED;
	}

	@Bean
	@Fallback
	WorkbookPasswords passwords() {
		return RunContext::workbookPassword;
	}

}
