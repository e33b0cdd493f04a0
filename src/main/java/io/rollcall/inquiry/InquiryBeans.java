package io.rollcall.inquiry;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/**
 * Everything that answers questions to runs; needs what the
 * {@link io.rollcall.pipeline.CampaignRunJob job} needs.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class InquiryBeans {

}
