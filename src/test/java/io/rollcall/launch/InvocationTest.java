package io.rollcall.launch;

import java.io.File;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class InvocationTest {

	@Test
	void whatWasTypedCanBeTypedAgain() {
		assertThat(Invocation.words("./rollcall", "/opt/lib/rollcall.jar")).isEqualTo("./rollcall");
		assertThat(Invocation.words("C:\\My Files\\rollcall.cmd", "x.jar")).isEqualTo("\"C:\\My Files\\rollcall.cmd\"");
		assertThat(Invocation.words(null, "target/rollcall.jar")).isEqualTo("java -jar target/rollcall.jar");
		assertThat(Invocation.words("", "my jars/rollcall.jar")).isEqualTo("java -jar \"my jars/rollcall.jar\"");
		assertThat(Invocation.words(null, "classes" + File.pathSeparator + "a.jar")).isEqualTo("rollcall");
	}

}
