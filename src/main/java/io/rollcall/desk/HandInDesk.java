package io.rollcall.desk;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import io.rollcall.nightly.Beat;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What uploads and sign-offs need beside what every command has. */
@Configuration(proxyBeanMethods = false)
@Import({ Uploads.class, Reception.class, Previews.class, UploadStore.class, KnownCaseList.class, EmptyForms.class,
		SignOffs.class, SignOffStore.class })
public class HandInDesk {

	private static final long MINUTE = Duration.ofMinutes(1).toNanos();

	/** Every process does so for itself: the files of another may lie elsewhere. */
	@Bean
	Beat uploadsExpire(Uploads uploads) {
		AtomicLong looked = new AtomicLong(System.nanoTime() - MINUTE);
		return () -> {
			long now = System.nanoTime();
			if (now - looked.get() >= MINUTE) {
				looked.set(now);
				uploads.expire();
			}
		};
	}

}
