package io.rollcall.nightly;

import io.rollcall.pipeline.CampaignRunJob;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/**
 * What every command needs: runs, their line, the audit log. The context must hold the
 * {@link io.rollcall.database.Database}; nothing here starts by itself.
 */
@Configuration(proxyBeanMethods = false)
@Import(CampaignRunJob.class)
@ComponentScan(basePackages = { "io.rollcall.nightly", "io.rollcall.access" },
		excludeFilters = @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = ServesOnly.class))
public class Office {

}
